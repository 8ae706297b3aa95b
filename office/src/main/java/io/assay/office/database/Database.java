package io.assay.office.database;

import java.util.Map;
import java.util.Optional;

/**
 * Where the database is and how to sign in to it. Immutable; {@link #toString} leaves the password
 * out.
 *
 * @param url a JDBC URL, {@code jdbc:postgresql://host:port/name}
 */
public record Database(String url, String user, String password) {
  private static final String PREFIX = "jdbc:postgresql:";

  public Database {
    if (!url.startsWith(PREFIX)) {
      throw new IllegalArgumentException(
          "database URL '" + url + "' does not start with " + PREFIX + "//host:port/name");
    }
  }

  /**
   * The server named by {@code ASSAY_DB_URL}, {@code ASSAY_DB_USER} and {@code ASSAY_DB_PASSWORD},
   * or empty when no URL is given and the embedded one is meant.
   */
  public static Optional<Database> fromEnvironment(Map<String, String> environment) {
    String url = environment.getOrDefault("ASSAY_DB_URL", "");
    if (url.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new Database(
            url,
            environment.getOrDefault("ASSAY_DB_USER", "assay"),
            environment.getOrDefault("ASSAY_DB_PASSWORD", "")));
  }

  /** The same as Spring Boot properties, for the environment of a context. */
  public Map<String, Object> springProperties() {
    return Map.of(
        "spring.datasource.url", url,
        "spring.datasource.username", user,
        "spring.datasource.password", password);
  }

  @Override
  public String toString() {
    return user + "@" + url;
  }
}
