package io.assay.mark;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How content is labelled for people (GB 45438-2025 section 5, Labeling Measures Article 4).
 *
 * @param texts the words
 * @param positions where in a text, a sound or a video; never empty
 * @param cue what a listener hears
 * @param syntax how a text must be written so that it keeps working; empty leaves it to the format
 * @param shown how long a video shows its label from the start, two seconds at least; empty means
 *     all along
 * @param spoken whether a video with sound gains the audible cue as well
 */
public record ExplicitLabel(
    LabelTexts texts,
    Set<Position> positions,
    Cue cue,
    Optional<TextSyntax> syntax,
    Optional<Duration> shown,
    boolean spoken) {
  private static final Duration SHORTEST = Duration.ofSeconds(2);

  /** A place along a text, a sound or a video. */
  public enum Position {
    START,
    MIDDLE,
    END
  }

  /** What a listener hears (section 5.3). */
  public enum Cue {
    /** 本内容由人工智能生成, spoken at normal speed. */
    VOICE,
    /** The rhythm short-long short-short. */
    RHYTHM
  }

  public ExplicitLabel {
    if (positions.isEmpty()) {
      throw new IllegalArgumentException("an explicit label needs a position");
    }
    if (shown.isPresent() && shown.get().compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "a video shows its label for " + SHORTEST + " at least, got " + shown.get());
    }
    positions = Set.copyOf(positions);
  }

  /** At the start, spoken, and in a video all along. */
  public static ExplicitLabel standard() {
    return new ExplicitLabel(
        LabelTexts.standard(),
        Set.of(Position.START),
        Cue.VOICE,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  public ExplicitLabel withTexts(LabelTexts other) {
    return new ExplicitLabel(other, positions, cue, syntax, shown, spoken);
  }

  public ExplicitLabel at(Position first, Position... more) {
    return new ExplicitLabel(texts, EnumSet.of(first, more), cue, syntax, shown, spoken);
  }

  public ExplicitLabel withCue(Cue other) {
    return new ExplicitLabel(texts, positions, other, syntax, shown, spoken);
  }

  public ExplicitLabel withSyntax(TextSyntax other) {
    return new ExplicitLabel(texts, positions, cue, Optional.of(other), shown, spoken);
  }

  public ExplicitLabel shownFor(Duration duration) {
    return new ExplicitLabel(texts, positions, cue, syntax, Optional.of(duration), spoken);
  }

  public ExplicitLabel withSpoken(boolean other) {
    return new ExplicitLabel(texts, positions, cue, syntax, shown, other);
  }
}
