package io.assay.gateway.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pictures and sounds that callers send. Every number is policy.
 *
 * @param origins from which pictures given by address are fetched, as {@code
 *     https://images.example.com}; with none an address is refused
 * @param privateAddresses whether these may lead into a private network
 * @param files the most pictures and sounds of one request
 * @param fileBytes the largest of them
 * @param pixels the largest picture
 * @param fetchTimeout in which an address has to answer whole
 */
public record InputConfig(
    List<URI> origins,
    Boolean privateAddresses,
    Integer files,
    Long fileBytes,
    Long pixels,
    Duration fetchTimeout) {
  public InputConfig(
      @Nullable List<URI> origins,
      @Nullable Boolean privateAddresses,
      @Nullable Integer files,
      @Nullable Long fileBytes,
      @Nullable Long pixels,
      @Nullable Duration fetchTimeout) {
    this.origins = origins == null ? List.of() : List.copyOf(origins);
    this.privateAddresses = Objects.requireNonNullElse(privateAddresses, false);
    this.files = Objects.requireNonNullElse(files, 10);
    this.fileBytes = Objects.requireNonNullElse(fileBytes, 10L << 20);
    this.pixels = Objects.requireNonNullElse(pixels, 25_000_000L);
    this.fetchTimeout = Objects.requireNonNullElse(fetchTimeout, Duration.ofSeconds(10));
    this.origins.forEach(InputConfig::requireOrigin);
    if (this.files < 0 || this.fileBytes <= 0 || this.pixels <= 0) {
      throw new SettingsException(
          "gateway.inputs: files, fileBytes and pixels are numbers above 0; 0 files takes none");
    }
  }

  public static InputConfig defaults() {
    return new InputConfig(null, null, null, null, null, null);
  }

  private static void requireOrigin(URI origin) {
    boolean web = "https".equals(origin.getScheme()) || "http".equals(origin.getScheme());
    boolean bare = "".equals(origin.getRawPath()) && origin.getRawQuery() == null;
    if (!web || origin.getHost() == null || origin.getUserInfo() != null || !bare) {
      throw new SettingsException(
          "gateway.inputs.origins: '"
              + origin
              + "' is no origin; write scheme and host, as https://images.example.com");
    }
  }
}
