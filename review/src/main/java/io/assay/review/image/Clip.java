package io.assay.review.image;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The frame hashes of a clip, in the order of their times.
 *
 * <p>As text: {@code milliseconds:hash} for each frame, separated by blanks.
 *
 * <p>Source: Facebook, vPDQ (PDQ of one frame a second, with its time).
 */
public record Clip(List<Frame> frames) {

  /** One frame of a clip. */
  public record Frame(long millis, Hash256 hash) {
    public Frame {
      if (millis < 0) {
        throw new IllegalArgumentException("a frame cannot stand at " + millis + " ms");
      }
    }
  }

  public Clip {
    frames = List.copyOf(frames);
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("a clip has no frames; give at least one");
    }
    for (int i = 1; i < frames.size(); i++) {
      if (frames.get(i).millis() < frames.get(i - 1).millis()) {
        throw new IllegalArgumentException("the frames of a clip are not in the order of time");
      }
    }
  }

  /** Reads the text that {@link #toString} writes. */
  public static Clip parse(String text) {
    List<Frame> frames = new ArrayList<>();
    for (String frame : text.strip().split("\\s+")) {
      int colon = frame.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException("a frame is milliseconds:hash, got '" + frame + "'");
      }
      frames.add(
          new Frame(
              Long.parseLong(frame.substring(0, colon)),
              Hash256.parse(frame.substring(colon + 1))));
    }
    return new Clip(frames);
  }

  @Override
  public String toString() {
    return frames.stream()
        .map(frame -> frame.millis() + ":" + frame.hash())
        .collect(Collectors.joining(" "));
  }
}
