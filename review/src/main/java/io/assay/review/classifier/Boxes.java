package io.assay.review.classifier;

import io.assay.review.classifier.Box.Unit;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where an answer says in which places of a picture labels were seen; places are JSON pointers.
 *
 * @param place of an array of items, or of a single one; an answer without it names no place
 * @param label of the label, in an item; empty where every item is of the label {@code of}
 * @param of the label of every item; empty where each names its own
 * @param sides of the numbers, in an item; an item that has none of them names no place
 * @param unit what the numbers count
 */
public record Boxes(String place, String label, String of, Sides sides, Unit unit) {

  /** Where the four numbers of a box stand. */
  public sealed interface Sides {

    String left();

    String top();

    /** A corner and a size. */
    record Sized(String left, String top, String width, String height) implements Sides {}

    /** Two opposite corners. */
    record Cornered(String left, String top, String right, String bottom) implements Sides {}

    /** The places of all four. */
    default Stream<String> all() {
      return switch (this) {
        case Sized it -> Stream.of(it.left, it.top, it.width, it.height);
        case Cornered it -> Stream.of(it.left, it.top, it.right, it.bottom);
      };
    }
  }

  public Boxes {
    Objects.requireNonNull(unit, "unit");
    if (label.isEmpty() == of.isEmpty()) {
      throw new IllegalArgumentException(
          "the boxes at '"
              + place
              + "' need either the place of their label or the label that all are of");
    }
    Stream.concat(Stream.of(place, label), sides.all())
        .filter(pointer -> !pointer.isEmpty() && !pointer.startsWith("/"))
        .findFirst()
        .ifPresent(
            pointer -> {
              throw new IllegalArgumentException(
                  "'" + pointer + "' is no JSON pointer; write '/" + pointer + "'");
            });
    if (sides.all().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException(
          "the boxes at '" + place + "' need the places of all four numbers");
    }
  }
}
