package io.assay.app.serve;

import io.assay.gateway.config.SettingsException;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.vault.MasterKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the key is that wraps all others of the vault.
 *
 * @param configuration for kind {@code PKCS11}: a configuration file of SunPKCS11
 * @param label for kind {@code PKCS11}: the label of an AES key
 */
public record MasterKeySettings(Kind kind, Path configuration, String label, String pin) {

  /** What holds the key. */
  public enum Kind {
    /** The file {@code secrets/vault.key} in the folder of data. */
    FILE,
    /** A token or an appliance, which the key never leaves. */
    PKCS11
  }

  public MasterKeySettings(
      @Nullable Kind kind,
      @Nullable Path configuration,
      @Nullable String label,
      @Nullable String pin) {
    this.kind = Objects.requireNonNullElse(kind, Kind.FILE);
    this.configuration = Objects.requireNonNullElse(configuration, Path.of(""));
    this.label = Objects.requireNonNullElse(label, "assay-vault");
    this.pin = Objects.requireNonNullElse(pin, "");
    if (this.kind == Kind.PKCS11 && this.configuration.toString().isEmpty()) {
      throw new SettingsException(
          "ledger.masterKey.kind is pkcs11; set configuration to a file that names the token's"
              + " library");
    }
  }

  MasterKey open(Path data) {
    return switch (kind) {
      case FILE -> MasterKey.inFile(Disk.real(), file(data));
      case PKCS11 -> MasterKey.inToken(configuration, label, pin.toCharArray());
    };
  }

  /** Fails where a key would have to be made. */
  void requireIn(Path data) {
    if (kind == Kind.FILE && !Files.exists(file(data))) {
      throw new IllegalArgumentException(
          "there is no " + file(data) + ", without which the vault does not open");
    }
  }

  private static Path file(Path data) {
    return data.resolve("secrets").resolve("vault.key");
  }

  /** Everything but the PIN. */
  @Override
  public String toString() {
    return kind == Kind.FILE ? "file" : configuration + " " + label;
  }
}
