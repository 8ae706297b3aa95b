package io.assay.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.gateway.config.Settings;
import io.assay.gateway.config.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AppConfigTest {
  private static final Path SHIPPED = Path.of("..", "config", "assay.yaml");

  private static AppConfig parse(String yaml) {
    return Settings.parse(yaml, AppConfig.class, Map.of());
  }

  @Test
  void theShippedFileShowsEveryDefault() throws IOException {
    var uncommented =
        Files.readAllLines(SHIPPED).stream()
            .map(line -> line.startsWith("##") || !line.startsWith("#") ? "" : line.substring(1))
            .collect(Collectors.joining("\n"));
    assertThat(uncommented).contains("gateway:", "ledger:", "office:");
    assertThat(parse(uncommented)).isEqualTo(new AppConfig(null, null, null, null));
    assertThat(parse(Files.readString(SHIPPED))).isEqualTo(new AppConfig(null, null, null, null));
  }

  @Test
  void productionNeedsAProvider() {
    var production = "office:\n  mode: production\n  sms:\n    kind: none\n";
    assertThatThrownBy(
            () -> parse(production + "gateway:\n  labels:\n    seal:\n      kind: off\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("contentProducer is not set");
    assertThatThrownBy(() -> parse(production + "gateway:\n  labels:\n    contentProducer: X\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("seal.kind is development");
  }

  @Test
  void productionRefusesTheConsoleForCodes() {
    assertThatThrownBy(() -> parse("office:\n  mode: production\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("office.sms.kind");
  }

  @Test
  void nobodyWaitsForWhatIsNotConfigured() {
    assertThatThrownBy(() -> parse("ledger:\n  waitsFor:\n    exchanges: witnessed\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("ledger.witnesses.required");
    assertThatThrownBy(() -> parse("ledger:\n  waitsFor:\n    acts: replicated\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("ledger.replica.kind");
    assertThatThrownBy(() -> parse("ledger:\n  witnesses:\n    required: 1\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("requires 1 of 0");
  }

  @Test
  void aTimeServerIsAnAddress_andNoAddressTwice() {
    assertThat(parse("time:\n  servers: [\"ntp.example.com:1123\", \"[::1]\"]\n").time().servers())
        .hasSize(2);
    for (String wrong : new String[] {"ntp example", "ntp://a.example", "a.example/b", ""}) {
      assertThatThrownBy(() -> parse("time:\n  servers: [\"" + wrong + "\"]\n"))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("is no address");
    }
    assertThatThrownBy(() -> parse("time:\n  servers: [a.example, a.example]\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("names one twice");
    assertThatThrownBy(() -> parse("time:\n  timeout: PT1H\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("time.timeout");
  }

  @Test
  void aKeyInATokenNeedsToSayWhichToken() {
    assertThatThrownBy(() -> parse("ledger:\n  masterKey:\n    kind: pkcs11\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("names the token's library");
    var token =
        "ledger:\n  masterKey:\n    kind: pkcs11\n    configuration: t.cfg\n    pin: hidden\n";
    assertThat(parse(token).ledger()).asString().contains("t.cfg").doesNotContain("hidden");
  }
}
