package io.assay.office.rumor;

import io.assay.office.policy.Policies;
import io.assay.office.publication.Publication;
import io.assay.office.publication.Publications;
import io.assay.review.fingerprint.SimHash;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what says a claim: among what is public, and among what was delivered. */
@Component
class Search {
  private final Publications publications;
  private final OutputStore outputs;
  private final Clock clock;
  private final Policies policies;

  Search(Publications publications, OutputStore outputs, Clock clock, Policies policies) {
    this.publications = publications;
    this.outputs = outputs;
    this.clock = clock;
    this.policies = policies;
  }

  /**
   * What was found.
   *
   * @param scanned how many delivered outputs were compared, out of {@code scannable}
   */
  record Result(List<Affected> affected, int scanned, int scannable) {
    Result {
      affected = List.copyOf(affected);
    }
  }

  Result search(String claim, String phrase) {
    List<Affected> found = new ArrayList<>();
    Instant now = clock.instant();
    for (Publication it : publications.alike(claim, policies.count(RumorPolicy.BITS), phrase)) {
      String how = says(it.title() + "\n" + it.text(), phrase) ? "PHRASE" : "LIKENESS";
      found.add(new Affected(it.exchange(), it.id(), it.subject(), how, now));
      Optional.ofNullable(it.origin())
          .flatMap(origin -> outputs.subjectOf(origin).map(subject -> made(origin, subject, now)))
          .ifPresent(found::add);
    }
    Instant since = now.minus(policies.duration(RumorPolicy.REACH));
    List<OutputStore.Output> latest = outputs.latest(since, policies.count(RumorPolicy.OUTPUTS));
    SimHash wanted = SimHash.of(claim);
    int scanned = 0;
    for (OutputStore.Output output : latest) {
      Optional<String> text = outputs.text(output);
      scanned += text.isPresent() ? 1 : 0;
      text.flatMap(words -> how(words, phrase, wanted))
          .ifPresent(
              how -> found.add(new Affected(output.exchange(), null, output.subject(), how, now)));
    }
    return new Result(found, scanned, outputs.count(since));
  }

  private static Affected made(String exchange, String subject, Instant now) {
    return new Affected(exchange, null, subject, "ORIGIN", now);
  }

  private Optional<String> how(String words, String phrase, SimHash wanted) {
    if (says(words, phrase)) {
      return Optional.of("PHRASE");
    }
    return SimHash.of(words).distance(wanted) <= policies.count(RumorPolicy.BITS)
        ? Optional.of("LIKENESS")
        : Optional.empty();
  }

  /** Whether a text holds the phrase, whatever its case. */
  static boolean says(String text, String phrase) {
    return !phrase.isBlank()
        && text.toLowerCase(Locale.ROOT).contains(phrase.strip().toLowerCase(Locale.ROOT));
  }
}
