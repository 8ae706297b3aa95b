package io.assay.app.ledger;

import io.assay.ledger.evidence.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which payloads an order opens. */
final class ScopeOptions {
  @Option(
      names = "--subject",
      paramLabel = "SUBJECT",
      description = "Whose payloads are opened; may be repeated. Without it, everybody's.")
  List<String> subjects = List.of();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "From when on, such as 2026-11-01T00:00:00Z.")
  Optional<Instant> since = Optional.empty();

  @Option(names = "--until", paramLabel = "TIME", description = "Until before when.")
  Optional<Instant> until = Optional.empty();

  Scope scope() {
    var scope = Scope.of(subjects);
    scope = since.isPresent() ? scope.since(since.get()) : scope;
    return until.isPresent() ? scope.until(until.get()) : scope;
  }
}
