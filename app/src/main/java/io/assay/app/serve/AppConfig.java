package io.assay.app.serve;

import io.assay.gateway.config.GatewayConfig;
import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.config.SealConfig;
import io.assay.gateway.config.Settings;
import io.assay.gateway.config.SettingsException;
import io.assay.office.OfficeConfig;
import io.assay.office.SmsConfig;
import io.assay.office.posture.TimeServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The whole configuration file. */
public record AppConfig(
    GatewayConfig gateway, LedgerSettings ledger, OfficeConfig office, TimeServers time) {
  private static final Path USUAL = Path.of("config", "assay.yaml");

  public AppConfig(
      @Nullable GatewayConfig gateway,
      @Nullable LedgerSettings ledger,
      @Nullable OfficeConfig office,
      @Nullable TimeServers time) {
    this.gateway = gateway == null ? GatewayConfig.defaults() : gateway;
    this.ledger = ledger == null ? LedgerSettings.defaults() : ledger;
    this.office = office == null ? OfficeConfig.defaults() : office;
    this.time = time == null ? TimeServers.none() : time;
    if (this.office.production()
        && this.gateway.labels().seal().kind() == SealConfig.Kind.DEVELOPMENT) {
      throw new SettingsException(
          "gateway.labels.seal.kind is development, whose chain nobody outside trusts; in"
              + " production set it to pem with your own key, or to off");
    }
    if (this.office.production()
        && this.gateway.labels().contentProducer().equals(LabelConfig.UNSET_PRODUCER)) {
      throw new SettingsException(
          "gateway.labels.contentProducer is not set; in production every label names its provider");
    }
  }

  /** Reads {@code file}, or the usual one where there is one, or takes every default. */
  static AppConfig read(Optional<Path> file, Map<String, String> environment) {
    var chosen = file.or(() -> Optional.of(USUAL).filter(Files::exists));
    return chosen
        .map(path -> Settings.read(path, AppConfig.class, environment))
        .orElseGet(() -> new AppConfig(null, null, null, null));
  }

  /** Every default, but with a carrier and a ledger of its own and on this port. */
  public static AppConfig demo(SmsConfig carrier, LedgerSettings ledger, int officePort) {
    OfficeConfig office = OfficeConfig.defaults().withSms(carrier).withPort(officePort);
    return new AppConfig(null, ledger, office, null);
  }

  /** The same with ports from the command line. */
  AppConfig withOfficePort(Optional<Integer> port) {
    return port.map(p -> new AppConfig(gateway, ledger, office.withPort(p), time)).orElse(this);
  }
}
