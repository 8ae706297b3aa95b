package io.assay.bench.review;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Texts that are made to be costly for a matcher of given patterns. */
final class Hostile {

  private static final int LENGTH = 100_000;

  private Hostile() {}

  /** Texts of one length by what they are made of. */
  static Map<String, String> texts(List<String> patterns) {
    Map<String, String> texts = new TreeMap<>();
    texts.put("noise", fill("*"));
    texts.put("spaces", fill(" "));
    texts.put("zero width", fill("\u200b"));
    texts.put("combining", fill("\u0301"));
    texts.put("emoji", fill("🎲"));
    texts.put("one character", fill("赌"));
    texts.put("one letter", fill("a"));
    texts.put("letter and space", fill("a "));
    texts.put("percent", fill("%"));
    texts.put("character and noise", fill("赌*"));
    texts.put("near matches", nearMatches(patterns, ""));
    texts.put("near matches with noise", nearMatches(patterns, "*"));
    texts.put("longest beginning", fill(longest(patterns)));
    texts.put("doubled near matches", doubled(nearMatches(patterns, "")));
    return texts;
  }

  /** Every pattern but for its last character, one after another. */
  private static String nearMatches(List<String> patterns, String between) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < LENGTH; i = (i + 1) % patterns.size()) {
      String pattern = patterns.get(i);
      String near = pattern.substring(0, Math.max(1, pattern.length() - 1));
      near.chars().forEach(c -> text.append((char) c).append(between));
    }
    return text.substring(0, LENGTH);
  }

  private static String longest(List<String> patterns) {
    String longest =
        patterns.stream().max(java.util.Comparator.comparingInt(String::length)).orElse("");
    return longest.substring(0, longest.length() - 1);
  }

  private static String doubled(String text) {
    StringBuilder doubled = new StringBuilder();
    text.chars().forEach(c -> doubled.append((char) c).append((char) c));
    return doubled.substring(0, LENGTH);
  }

  private static String fill(String unit) {
    return unit.repeat(LENGTH / unit.length() + 1).substring(0, LENGTH);
  }
}
