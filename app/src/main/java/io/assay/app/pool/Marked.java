package io.assay.app.pool;

import io.assay.review.Effect;
import io.assay.review.Finding;
import io.assay.review.Location.Span;
import io.assay.review.Verdict;
import org.jspecify.annotations.Nullable;

/** A text for a terminal with its findings in colour, and a line about each below it. */
final class Marked {

  private static final String PLAIN = "\u001b[0m";

  private Marked() {}

  static String text(String text, Verdict verdict) {
    @Nullable Effect[] strongest = new @Nullable Effect[text.length()];
    for (Finding finding : verdict.findings()) {
      if (finding.where() instanceof Span span) {
        for (int i = (int) span.start(); i < span.end(); i++) {
          if (strongest[i] == null || strongest[i].compareTo(finding.effect()) < 0) {
            strongest[i] = finding.effect();
          }
        }
      }
    }
    StringBuilder marked = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      @Nullable Effect before = i == 0 ? null : strongest[i - 1];
      if (strongest[i] != before) {
        marked.append(strongest[i] == null ? PLAIN : colour(strongest[i]));
      }
      marked.append(visible(text.charAt(i)));
    }
    marked.append(PLAIN);
    if (!text.endsWith("\n")) {
      marked.append('\n');
    }
    for (Finding finding : verdict.findings()) {
      marked.append(
          "%s%-5s%s %s %s (%s)%n"
              .formatted(
                  colour(finding.effect()),
                  finding.effect(),
                  PLAIN,
                  finding.feature().rule().category().code(),
                  finding.feature().rule().category().chinese(),
                  finding.feature().id()));
    }
    return marked.toString();
  }

  /** A control character could steer the terminal, so it is shown as a picture of itself. */
  private static char visible(char c) {
    boolean steers = (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0);
    return steers ? '\ufffd' : c;
  }

  private static String colour(Effect effect) {
    return switch (effect) {
      case BLOCK -> "\u001b[1;37;41m";
      case HOLD -> "\u001b[30;43m";
      case LIMIT, WARN -> "\u001b[30;46m";
      case NOTED -> "\u001b[4m";
    };
  }
}
