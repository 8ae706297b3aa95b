package io.assay.review.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;

/**
 * A compiled expression that matches in time linear in the text, and of which a match has a limited
 * length, so that a stream holds back little for it. Immutable and safe for use by many threads.
 */
public final class LinearExpression {

  /** Takes the matches as indexes in the text. */
  public interface Sink {
    void match(int start, int end);
  }

  /** The most UTF-16 characters that an expression may let its matches have. */
  public static final int LONGEST_MATCH = 1023;

  private final Pattern pattern;
  private final Shape shape;

  private LinearExpression(Pattern pattern, Shape shape) {
    this.pattern = pattern;
    this.shape = shape;
  }

  /**
   * Compiles an expression in RE2 syntax.
   *
   * @throws IllegalArgumentException if the syntax is wrong or needs back-tracking, or if a match
   *     may be longer than {@link #LONGEST_MATCH}
   */
  public static LinearExpression of(String expression) {
    try {
      Pattern pattern = Pattern.compile(expression);
      Shape shape = ShapeReader.read(expression);
      if (shape.longest() > LONGEST_MATCH) {
        throw new IllegalArgumentException(
            ("a match of /%s/ may have more than %d characters;"
                    + " limit what repeats, such as .{0,80} for .*")
                .formatted(expression, LONGEST_MATCH));
      }
      return new LinearExpression(pattern, shape);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "not a linear-time expression: /" + expression + "/: " + e.getDescription(), e);
    }
  }

  /** Strings in lower case of which every match holds one, in any case; empty if none is known. */
  public List<String> literals() {
    return shape.literals();
  }

  /** The most characters of a match before its literal. */
  public int lead() {
    return shape.lead();
  }

  /** The most characters of a match. */
  public int longest() {
    return Math.max(1, shape.longest());
  }

  /**
   * Finds the matches that begin at or after one index and before another, and that end by a third;
   * the text around them gives the context.
   */
  public void find(CharSequence text, int from, int before, int to, Sink sink) {
    Matcher matcher = pattern.matcher(text);
    int at = from;
    while (at < before && matcher.find(at) && matcher.start() < before) {
      if (matcher.end() <= to && matcher.end() > matcher.start()) {
        sink.match(matcher.start(), matcher.end());
      }
      at = Math.max(matcher.end(), matcher.start() + 1);
    }
  }
}
