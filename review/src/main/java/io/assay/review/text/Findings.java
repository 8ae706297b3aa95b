package io.assay.review.text;

import static io.assay.review.text.Masks.has;

import io.assay.review.Characteristic;
import io.assay.review.Characteristic.Combination;
import io.assay.review.Characteristic.Expression;
import io.assay.review.Characteristic.Keyword;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Layer;
import io.assay.review.Location;
import io.assay.review.Mode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the spots of all streams into findings.
 *
 * <p>A hit by sound alone holds the content and does not block it, unless it comes with another.
 */
final class Findings {

  private static final int BY_SOUND = has(Layer.HOMOPHONE) | has(Layer.PINYIN);

  private record Found(String stream, Feature feature, Spot spot) {
    static final Comparator<Found> IN_STREAM =
        Comparator.comparing(Found::spot, Spot.BY_PLACE).thenComparing(found -> found.feature.id());

    boolean live() {
      return feature.rule().mode() == Mode.LIVE;
    }

    boolean bySoundAlone() {
      return (spot.layers() & BY_SOUND) != 0 && !spot.survives();
    }
  }

  private final List<Found> all = new ArrayList<>();

  Findings(Map<String, TextStream> streams) {
    streams.forEach(
        (name, stream) -> {
          List<Found> here = new ArrayList<>();
          for (Feature feature : stream.spots().features()) {
            for (Spot spot : stream.spots().places(feature)) {
              here.add(new Found(name, feature, spot));
            }
          }
          here.sort(Found.IN_STREAM);
          all.addAll(here);
        });
  }

  List<Finding> list() {
    boolean together = all.stream().filter(Found::live).limit(2).count() > 1;
    return all.stream().map(found -> finding(found, together)).toList();
  }

  private static Finding finding(Found found, boolean together) {
    Effect effect = found.feature.rule().disposition().effect();
    if (!found.live()) {
      effect = Effect.NOTED;
    } else if (found.bySoundAlone() && !together && effect == Effect.BLOCK) {
      effect = Effect.HOLD;
    }
    Set<Layer> layers = Masks.layers(found.spot.layers());
    return new Finding(
        found.feature,
        effect,
        new Location.Span(found.stream, found.spot.start(), found.spot.end()),
        found.spot.text(),
        layers,
        why(found.feature.characteristic(), layers));
  }

  private static String why(Characteristic characteristic, Set<Layer> layers) {
    String what =
        switch (characteristic) {
          case Keyword keyword -> "keyword '" + keyword.text() + "'";
          case Combination combination -> "combination " + combination.terms();
          case Expression expression -> "expression /" + expression.pattern() + "/";
          default -> characteristic.toString();
        };
    return layers.isEmpty() ? what : what + " seen through " + new java.util.TreeSet<>(layers);
  }
}
