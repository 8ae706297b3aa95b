package io.assay.review.classifier;

import io.assay.review.Context;
import io.assay.review.Effect;
import io.assay.review.Finding;
import io.assay.review.StreamReview;
import io.assay.review.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A review of streams whose text leaves only once the classifiers have seen it. Not safe for use by
 * more than one thread.
 *
 * <p>Text is judged passage by passage, each with the end of what came before it. Where a passage
 * ends depends on the text alone and not on how it was cut.
 */
final class ClassifiedStream implements StreamReview {

  /** The characters of a passage before a sentence may end it, and the most it may have. */
  private static final int SHORTEST = 200;

  private static final int LONGEST = 1_000;
  private static final int BEFORE = 1_000;
  private static final String SENTENCE_ENDS = "。！？!?…\n";

  private final StreamReview words;
  private final ClassifierReview classifiers;
  private final Context context;
  private final Map<String, Passage> open = new LinkedHashMap<>();
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private boolean stopped;

  private static final class Passage {
    private final StringBuilder waiting = new StringBuilder();
    private String before = "";
  }

  ClassifiedStream(StreamReview words, ClassifierReview classifiers, Context context) {
    this.words = words;
    this.classifiers = classifiers;
    this.context = context;
  }

  @Override
  public String append(String stream, String delta) {
    Passage passage = open.computeIfAbsent(stream, unused -> new Passage());
    passage.waiting.append(words.append(stream, delta));
    StringBuilder free = new StringBuilder();
    for (int end = end(passage.waiting); end > 0; end = end(passage.waiting)) {
      free.append(judged(passage, end));
    }
    return free.toString();
  }

  @Override
  public String finish(String stream) {
    String rest = words.finish(stream);
    Passage passage = open.remove(stream);
    if (passage == null) {
      return rest;
    }
    passage.waiting.append(rest);
    StringBuilder free = new StringBuilder();
    for (int end = end(passage.waiting); end > 0; end = end(passage.waiting)) {
      free.append(judged(passage, end));
    }
    free.append(judged(passage, passage.waiting.length()));
    return free.toString();
  }

  @Override
  public String finish() {
    return open.size() == 1 ? finish(open.keySet().iterator().next()) : words.finish();
  }

  @Override
  public boolean blocked() {
    return stopped || words.blocked();
  }

  @Override
  public Verdict verdict() {
    Verdict verdict = words.verdict();
    List<Finding> all = new ArrayList<>(verdict.findings());
    all.addAll(findings.values());
    return Verdict.of(verdict.reviewed(), all);
  }

  @Override
  public long charactersReviewed() {
    return words.charactersReviewed();
  }

  /** Where the first passage ends; 0 if it may go on. */
  private static int end(CharSequence waiting) {
    for (int i = SHORTEST - 1; i < Math.min(waiting.length(), LONGEST); i++) {
      if (SENTENCE_ENDS.indexOf(waiting.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return waiting.length() >= LONGEST ? LONGEST : 0;
  }

  private String judged(Passage passage, int end) {
    String text = passage.waiting.substring(0, end);
    passage.waiting.delete(0, end);
    if (text.isEmpty() || blocked()) {
      return "";
    }
    String seen = passage.before + text;
    for (Finding finding : classifiers.findings(seen, context)) {
      findings.putIfAbsent(finding.feature().id(), finding);
      stopped |= finding.effect().compareTo(Effect.HOLD) >= 0;
    }
    passage.before = seen.substring(Math.max(0, seen.length() - BEFORE));
    return stopped ? "" : text;
  }
}
