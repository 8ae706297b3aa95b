package io.assay.office.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A piece of a text and which findings cover it.
 *
 * @param findings numbers from 1, in order; empty where nothing was found
 */
public record Passage(String text, List<Integer> findings) {
  public Passage {
    findings = List.copyOf(findings);
  }

  /** Part of a text, from its first index to one past its last. */
  public record Span(long start, long end) {}

  public boolean hit() {
    return !findings.isEmpty();
  }

  /**
   * Cuts a text wherever a span begins or ends; spans may overlap, and beyond the text count not.
   */
  public static List<Passage> cut(String text, List<Span> spans) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
    for (Span span : spans) {
      cuts.add(within(span.start(), text));
      cuts.add(within(span.end(), text));
    }
    List<Passage> passages = new ArrayList<>();
    int from = 0;
    for (int to : cuts.tailSet(1)) {
      passages.add(new Passage(text.substring(from, to), covering(spans, from, to)));
      from = to;
    }
    return passages;
  }

  private static List<Integer> covering(List<Span> spans, int from, int to) {
    List<Integer> covering = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i).start() < to && spans.get(i).end() > from) {
        covering.add(i + 1);
      }
    }
    return covering;
  }

  private static int within(long index, String text) {
    return (int) Math.clamp(index, 0L, (long) text.length());
  }
}
