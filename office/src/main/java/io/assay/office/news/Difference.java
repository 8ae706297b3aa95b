package io.assay.office.news;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a reprint differs from its original, by words and, in scripts without spaces, by characters.
 * Bounded: texts that differ in more than {@value #MOST} tokens count as wholly different.
 *
 * <p>Source: Myers, An O(ND) Difference Algorithm and Its Variations, 1986.
 *
 * @param thousandths tokens that are only in one of them, out of all tokens of both
 * @param runs both texts, in order
 */
public record Difference(int thousandths, List<Run> runs) {
  static final int MOST = 2_000;
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{IsAlphabetic}&&[^\\p{IsHan}]]+|\\S|\\s+");

  /** Whether a run is in both texts, in the original alone or in the reprint alone. */
  public enum Kind {
    SAME,
    LEFT_OUT,
    ADDED
  }

  /** A stretch of text. */
  public record Run(Kind kind, String text) {}

  public Difference {
    runs = List.copyOf(runs);
  }

  public static Difference between(String original, String reprint) {
    List<String> from = tokens(original);
    List<String> to = tokens(reprint);
    List<Run> steps = steps(from, to);
    long changed = steps.stream().filter(step -> step.kind() != Kind.SAME).count();
    int all = from.size() + to.size();
    int thousandths = all == 0 ? 0 : (int) Math.min(1000, Math.round(1000.0 * changed / all));
    return new Difference(thousandths, joined(steps));
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text.strip());
    while (matcher.find()) {
      String token = matcher.group();
      tokens.add(token.isBlank() ? " " : token);
    }
    return tokens;
  }

  private static List<Run> steps(List<String> from, List<String> to) {
    int most = Math.min(MOST, from.size() + to.size());
    int[] furthest = new int[2 * most + 2];
    List<int[]> trace = new ArrayList<>();
    for (int d = 0; d <= most; d++) {
      trace.add(furthest.clone());
      for (int k = -d; k <= d; k += 2) {
        boolean down = k == -d || (k != d && at(furthest, most, k - 1) < at(furthest, most, k + 1));
        int x = down ? at(furthest, most, k + 1) : at(furthest, most, k - 1) + 1;
        int y = x - k;
        while (x < from.size() && y < to.size() && from.get(x).equals(to.get(y))) {
          x++;
          y++;
        }
        furthest[index(furthest, most, k)] = x;
        if (x >= from.size() && y >= to.size()) {
          return back(trace, from, to, most, d);
        }
      }
    }
    return whollyDifferent(from, to);
  }

  private static int index(int[] furthest, int most, int k) {
    return Math.floorMod(k + most, furthest.length);
  }

  private static int at(int[] furthest, int most, int k) {
    return furthest[index(furthest, most, k)];
  }

  private static List<Run> back(
      List<int[]> trace, List<String> from, List<String> to, int most, int found) {
    List<Run> steps = new ArrayList<>();
    int x = from.size();
    int y = to.size();
    for (int d = found; d > 0; d--) {
      int[] furthest = trace.get(d);
      int k = x - y;
      boolean down = k == -d || (k != d && at(furthest, most, k - 1) < at(furthest, most, k + 1));
      int before = down ? k + 1 : k - 1;
      int fromX = at(furthest, most, before);
      int fromY = fromX - before;
      while (x > fromX && y > fromY) {
        steps.add(new Run(Kind.SAME, from.get(--x)));
        y--;
      }
      if (down) {
        steps.add(new Run(Kind.ADDED, to.get(--y)));
      } else {
        steps.add(new Run(Kind.LEFT_OUT, from.get(--x)));
      }
    }
    while (x > 0) {
      steps.add(new Run(Kind.SAME, from.get(--x)));
    }
    Collections.reverse(steps);
    return steps;
  }

  private static List<Run> whollyDifferent(List<String> from, List<String> to) {
    List<Run> steps = new ArrayList<>();
    from.forEach(token -> steps.add(new Run(Kind.LEFT_OUT, token)));
    to.forEach(token -> steps.add(new Run(Kind.ADDED, token)));
    return steps;
  }

  private static List<Run> joined(List<Run> steps) {
    List<Run> runs = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      text.append(steps.get(i).text());
      if (i + 1 == steps.size() || steps.get(i + 1).kind() != steps.get(i).kind()) {
        runs.add(new Run(steps.get(i).kind(), text.toString()));
        text.setLength(0);
      }
    }
    return runs;
  }
}
