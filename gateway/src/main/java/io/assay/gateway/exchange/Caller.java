package io.assay.gateway.exchange;

import io.assay.gateway.access.Snapshot;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Finds out which key calls, and so for which tenant and which subject. */
final class Caller implements Step {
  private static final String SCHEME = "Bearer ";

  private final Snapshots snapshots;

  Caller(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public Optional<Refusal> take(Exchange exchange) {
    var step = exchange.trail().begin(Name.CALLER);
    var snapshot = snapshots.current();
    if (snapshot.isEmpty()) {
      step.end(Decision.FAIL, "the registers have been out of reach for too long");
      return Optional.of(Refusal.closed());
    }
    return identify(exchange, snapshot.get(), step);
  }

  private static Optional<Refusal> identify(Exchange exchange, Snapshot snapshot, Trail.Open step) {
    var key =
        exchange
            .inbound()
            .header("Authorization")
            .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
            .flatMap(header -> snapshot.key(sha256(header.substring(SCHEME.length()).strip())));
    if (key.isEmpty()) {
      step.end(Decision.REFUSE, "no key, or a key that is not in force");
      return Optional.of(Refusal.unknownKey());
    }
    exchange.calledBy(key.get());
    step.end(Decision.PASS, "key " + key.get().id());
    return Optional.empty();
  }

  static String sha256(String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
