package io.assay.gateway.exchange;

import io.assay.gateway.access.Release;
import io.assay.gateway.exchange.ReviewFiles.Seen;
import io.assay.gateway.journal.FindingRecord;
import io.assay.review.Finding;
import io.assay.review.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What review says of one side of an exchange. What a reviewer released no longer holds it; a block
 * is lifted by an upheld appeal and nothing else.
 *
 * @param words what it says of the texts
 * @param release what released these very texts
 */
record Looked(Verdict words, Optional<Release> release, List<Seen> files) {
  Looked {
    files = List.copyOf(files);
  }

  String poolVersion() {
    return words.reviewed().poolVersion();
  }

  long characters() {
    return words.reviewed().characters();
  }

  Verdict verdict() {
    var findings = new ArrayList<>(standingWords());
    files.forEach(seen -> findings.addAll(seen.standing()));
    return Verdict.of(words.reviewed(), findings);
  }

  private List<Finding> standingWords() {
    return words.findings().stream()
        .filter(finding -> release.filter(it -> it.lifts(finding.effect())).isEmpty())
        .toList();
  }

  /** The first file that could not be compared. */
  Optional<CarriedFile> unread() {
    return files.stream().filter(seen -> !seen.decoded()).map(Seen::file).findFirst();
  }

  /** The files that are stopped, on which a person decides; none where the texts are. */
  List<CarriedFile> stopped() {
    var effect = Review.stops(verdict());
    return effect.equals(Review.stops(Verdict.of(words.reviewed(), standingWords())))
        ? List.of()
        : effect.stream()
            .flatMap(it -> files.stream().filter(seen -> seen.has(it)).map(Seen::file))
            .toList();
  }

  List<FindingRecord> records() {
    return Findings.of(words, files);
  }

  /** The place of the first finding; empty when there is none. */
  String where() {
    return records().stream().map(FindingRecord::where).findFirst().orElse("");
  }

  /** What released some of it, or how much was reviewed. */
  String reason(long of) {
    return Stream.concat(release.stream(), files.stream().flatMap(seen -> seen.release().stream()))
        .map(Release::told)
        .findFirst()
        .orElseGet(() -> Review.counted(characters(), of) + compared());
  }

  private String compared() {
    long decoded = files.stream().filter(Seen::decoded).count();
    return files.isEmpty() ? "" : " and " + decoded + " of " + files.size() + " files";
  }
}
