package io.assay.review.fingerprint;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Cuts a text, as it arrives, into the overlapping pieces of three letters or digits by which near
 * copies are told, each as a 64-bit hash. Spelling in another case or width, blanks and punctuation
 * do not count, nor does how the text was cut. Not safe for use by more than one thread.
 */
final class Shingles {

  private static final int LENGTH = 3;
  private static final int LONGEST_RUN = 1 << 10;

  /** Where a sentence, or what somebody is quoted with, may begin or end. */
  private static final String PAUSES = ".!?;:\n\r\"()“”「」『』。";

  /** Takes the pieces, and learns where the text pauses. */
  interface Sink {
    void piece(long hash);

    void pause();
  }

  private final Sink sink;
  private final int[] latest = new int[LENGTH];
  private final StringBuilder run = new StringBuilder();
  private long letters;

  Shingles(Sink sink) {
    this.sink = sink;
  }

  /** Passes on the pieces alone. */
  static Shingles into(LongConsumer pieces) {
    return new Shingles(
        new Sink() {
          @Override
          public void piece(long hash) {
            pieces.accept(hash);
          }

          @Override
          public void pause() {}
        });
  }

  /** The different shingles of a whole text. */
  static Set<Long> of(String text) {
    Set<Long> all = new HashSet<>();
    Shingles shingles = into(all::add);
    shingles.append(text);
    shingles.finish();
    return all;
  }

  void append(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = !run.isEmpty() && Character.isHighSurrogate(run.charAt(run.length() - 1));
      if (standsApart(c) || (run.length() >= LONGEST_RUN && !pair)) {
        takeRun();
      }
      run.append(c);
    }
  }

  /** Takes the end of the text; one of fewer than three letters is a piece of its own. */
  void finish() {
    takeRun();
    if (letters > 0 && letters < LENGTH) {
      emit((int) letters);
    }
  }

  /** Whether normalisation never joins a character with what stands before it. */
  private static boolean standsApart(char c) {
    return c < 0x80 || (c >= 0x4E00 && c < 0xA000);
  }

  private void takeRun() {
    if (run.length() == 1 && standsApart(run.charAt(0))) {
      take(Character.toLowerCase(run.charAt(0)));
    } else if (!run.isEmpty()) {
      Normalizer.normalize(run, Normalizer.Form.NFKC)
          .toLowerCase(Locale.ROOT)
          .codePoints()
          .forEach(this::take);
    }
    run.setLength(0);
  }

  private void take(int codePoint) {
    if (Character.isLetterOrDigit(codePoint)) {
      System.arraycopy(latest, 1, latest, 0, LENGTH - 1);
      latest[LENGTH - 1] = codePoint;
      if (++letters >= LENGTH) {
        emit(LENGTH);
      }
    } else if (PAUSES.indexOf(codePoint) >= 0) {
      sink.pause();
    }
  }

  private void emit(int length) {
    long hash = 0;
    for (int i = LENGTH - length; i < LENGTH; i++) {
      hash = mix(hash + latest[i]);
    }
    sink.piece(hash);
  }

  /** Spreads every bit of a number over all bits. Source: Steele et al., SplitMix, 2014. */
  static long mix(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
