package io.assay.review.text;

import io.assay.review.Characteristic.Combination;
import io.assay.review.Feature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Watches one stream for the terms of combinations.
 *
 * <p>Terms are taken in the order of their ends, and only once none can still come before them, so
 * that the outcome does not depend on how the text was cut.
 */
final class Combinations {

  private record Part(Feature feature, int number, Spot spot) {
    static final Comparator<Part> BY_END =
        Comparator.<Part>comparingInt(part -> part.spot.end())
            .thenComparing(Part::spot, Spot.BY_PLACE)
            .thenComparing(part -> part.feature.id())
            .thenComparingInt(Part::number);
  }

  private final PriorityQueue<Part> waiting = new PriorityQueue<>(Part.BY_END);
  private final Map<String, Part[]> latest = new HashMap<>();
  private final List<Part> open = new ArrayList<>();

  void add(Feature feature, int part, Spot spot) {
    waiting.add(new Part(feature, part, spot));
  }

  /**
   * Takes the terms that end by an index and puts the combinations they complete among the spots.
   */
  void settle(int index, Spots spots, Consumer<Feature> found) {
    while (!waiting.isEmpty() && waiting.peek().spot().end() <= index) {
      take(waiting.remove(), spots, found);
    }
    for (Iterator<Part> each = open.iterator(); each.hasNext(); ) {
      Part part = each.next();
      if ((long) part.spot.start() + within(part.feature) < index || superseded(part)) {
        each.remove();
      }
    }
  }

  /** The index from which a combination may still be completed, or the given end. */
  int openFrom(int end) {
    int from = end;
    for (Part part : open) {
      from = Math.min(from, part.spot.start());
    }
    for (Part part : waiting) {
      from = Math.min(from, part.spot.start());
    }
    return from;
  }

  private void take(Part part, Spots spots, Consumer<Feature> found) {
    Combination combination = (Combination) part.feature.characteristic();
    Part[] parts =
        latest.computeIfAbsent(part.feature.id(), id -> new Part[combination.terms().size()]);
    parts[part.number] = part;
    open.add(part);
    int start = Integer.MAX_VALUE;
    int end = 0;
    int layers = 0;
    boolean survives = true;
    for (Part each : parts) {
      if (each == null) {
        return;
      }
      start = Math.min(start, each.spot.start());
      end = Math.max(end, each.spot.end());
      layers |= each.spot.layers();
      survives &= each.spot.survives();
    }
    if ((long) end - start <= combination.within()) {
      spots.add(part.feature, new Spot(start, end, layers, survives, seen(parts)));
      found.accept(part.feature);
    }
  }

  private boolean superseded(Part part) {
    Part[] parts = latest.get(part.feature.id());
    return parts == null || !part.equals(parts[part.number]);
  }

  private static String seen(Part[] parts) {
    StringBuilder seen = new StringBuilder();
    for (Part part : parts) {
      seen.append(seen.isEmpty() ? "" : " … ").append(part.spot.text());
    }
    return seen.toString();
  }

  private static int within(Feature feature) {
    return ((Combination) feature.characteristic()).within();
  }
}
