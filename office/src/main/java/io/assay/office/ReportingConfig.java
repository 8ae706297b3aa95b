package io.assay.office;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How authorities are told, section {@code office.cases.reporting}.
 *
 * @param region administrative division in which the operator is registered, six digits (GB/T
 *     2260); empty for none
 * @param sftpKey file of the private key with which we sign in at authorities; empty for none
 * @param sftpPasswords passwords of those that take no key, by {@code user@host}
 */
public record ReportingConfig(String region, String sftpKey, Map<String, String> sftpPasswords) {
  public ReportingConfig(
      @Nullable String region,
      @Nullable String sftpKey,
      @Nullable Map<String, String> sftpPasswords) {
    this.region = requireNonNullElse(region, "");
    this.sftpKey = requireNonNullElse(sftpKey, "");
    this.sftpPasswords = sftpPasswords == null ? Map.of() : Map.copyOf(sftpPasswords);
    if (!this.region.matches("(\\d{6})?")) {
      throw new IllegalArgumentException(
          "office.cases.reporting.region '" + region + "' has not six digits");
    }
  }

  @Override
  public String toString() {
    return "ReportingConfig[" + region + ", key " + sftpKey + "]";
  }
}
