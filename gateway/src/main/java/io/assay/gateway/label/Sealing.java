package io.assay.gateway.label;

import static java.util.Objects.requireNonNull;

import io.assay.gateway.config.SealConfig;
import io.assay.mark.Probe;
import io.assay.mark.Seal;
import io.assay.mark.c2pa.DevelopmentPki;
import io.assay.mark.c2pa.HttpTimestampAuthority;
import io.assay.mark.c2pa.KeySigner;
import io.assay.mark.c2pa.TimestampAuthority;
import io.assay.mark.c2pa.validation.TrustAnchors;
import io.assay.mark.provenance.C2paProbe;
import io.assay.mark.provenance.C2paSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** What seals labelled files, and what reads the seal back; neither when sealing is off. */
public record Sealing(Optional<Seal> seal, Optional<Probe> probe) {
  public Sealing {
    requireNonNull(seal, "seal");
    requireNonNull(probe, "probe");
  }

  /** Keys of kind {@code DEVELOPMENT} are kept in {@code pki}, made there on the first start. */
  public static Sealing of(SealConfig config, Path pki, InstantSource clock) {
    return switch (config.kind()) {
      case OFF -> new Sealing(Optional.empty(), Optional.empty());
      case DEVELOPMENT -> development(DevelopmentPki.openOrCreate(pki, clock), clock);
      case PEM ->
          new Sealing(
              Optional.of(
                  new C2paSeal(
                      KeySigner.ofPem(config.key(), config.chain()),
                      config
                          .timestampAuthority()
                          .<TimestampAuthority>map(HttpTimestampAuthority::new))),
              Optional.of(new C2paProbe(TrustAnchors.ofPem(text(config.trust())), clock)));
    };
  }

  private static String text(Path pem) {
    try {
      return Files.readString(pem);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read gateway.labels.seal.trust " + pem, e);
    }
  }

  private static Sealing development(DevelopmentPki pki, InstantSource clock) {
    return new Sealing(
        Optional.of(new C2paSeal(pki.signer(), Optional.of(pki.timestampAuthority(clock)))),
        Optional.of(new C2paProbe(pki.trustAnchors(), clock)));
  }
}
