package io.assay.gateway.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The C2PA manifest that is sealed over pictures and sound, last of all.
 *
 * @param key PEM file of the signing key, for kind {@code PEM}
 * @param chain PEM file of its certificate and intermediates
 * @param trust PEM file of the roots that the check of a file trusts
 * @param timestamps address of an RFC 3161 authority; empty for none
 */
public record SealConfig(Kind kind, Path key, Path chain, Path trust, String timestamps) {

  /** Whose key seals. */
  public enum Kind {
    OFF,
    /** A chain made on the first start, which nobody outside trusts. Refused in production. */
    DEVELOPMENT,
    PEM
  }

  public SealConfig(
      @Nullable Kind kind,
      @Nullable Path key,
      @Nullable Path chain,
      @Nullable Path trust,
      @Nullable String timestamps) {
    this.kind = Objects.requireNonNullElse(kind, Kind.DEVELOPMENT);
    this.key = Objects.requireNonNullElse(key, Path.of(""));
    this.chain = Objects.requireNonNullElse(chain, Path.of(""));
    this.trust = Objects.requireNonNullElse(trust, Path.of(""));
    this.timestamps = Objects.requireNonNullElse(timestamps, "");
    if (this.kind == Kind.PEM && (key == null || chain == null || trust == null)) {
      throw new SettingsException("a seal of kind pem needs key, chain and trust: three PEM files");
    }
  }

  public static SealConfig defaults() {
    return new SealConfig(null, null, null, null, null);
  }

  public Optional<URI> timestampAuthority() {
    return timestamps.isEmpty() ? Optional.empty() : Optional.of(URI.create(timestamps));
  }
}
