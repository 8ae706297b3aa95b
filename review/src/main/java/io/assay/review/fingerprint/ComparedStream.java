package io.assay.review.fingerprint;

import io.assay.review.Effect;
import io.assay.review.Finding;
import io.assay.review.StreamReview;
import io.assay.review.Verdict;
import io.assay.review.fingerprint.FingerprintReview.Known;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A review of streams of which each is compared with known fingerprints, too, and holds its latest
 * characters back. Not safe for use by more than one thread.
 */
final class ComparedStream implements StreamReview {

  private static final class Stream {
    private final Comparison comparison;
    private final StringBuilder waiting = new StringBuilder();

    Stream(Comparison comparison) {
      this.comparison = comparison;
    }
  }

  private final StreamReview words;
  private final List<Known> known;
  private final int held;
  private final Map<String, Stream> open = new LinkedHashMap<>();
  private final Set<Finding> findings = new LinkedHashSet<>();

  ComparedStream(StreamReview words, List<Known> known, int held) {
    this.words = words;
    this.known = known;
    this.held = held;
  }

  @Override
  public String append(String stream, String delta) {
    String passed = words.append(stream, delta);
    Stream named = open.computeIfAbsent(stream, unused -> new Stream(new Comparison(known)));
    named.comparison.append(delta);
    named.waiting.append(passed);
    return blocked() ? "" : release(named.waiting, held);
  }

  @Override
  public String finish(String stream) {
    String rest = words.finish(stream);
    Stream named = open.remove(stream);
    if (named == null) {
      return rest;
    }
    named.comparison.finish();
    findings.addAll(named.comparison.findings());
    named.waiting.append(rest);
    return blocked() ? "" : release(named.waiting, 0);
  }

  @Override
  public String finish() {
    return open.size() == 1 ? finish(open.keySet().iterator().next()) : words.finish();
  }

  @Override
  public boolean blocked() {
    return words.blocked()
        || found().stream().anyMatch(finding -> finding.effect().compareTo(Effect.HOLD) >= 0);
  }

  @Override
  public Verdict verdict() {
    Verdict verdict = words.verdict();
    List<Finding> all = new ArrayList<>(verdict.findings());
    all.addAll(found());
    return Verdict.of(verdict.reviewed(), all);
  }

  @Override
  public long charactersReviewed() {
    return words.charactersReviewed();
  }

  /** What ended streams are copies of, and what the others are so far. */
  private Set<Finding> found() {
    Set<Finding> all = new LinkedHashSet<>(findings);
    open.values().forEach(stream -> all.addAll(stream.comparison.findings()));
    return all;
  }

  private static String release(StringBuilder waiting, int held) {
    int free = Math.max(0, waiting.length() - held);
    if (held > 0 && free > 0 && Character.isHighSurrogate(waiting.charAt(free - 1))) {
      free--;
    }
    String text = waiting.substring(0, free);
    waiting.delete(0, free);
    return text;
  }
}
