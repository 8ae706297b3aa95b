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
import io.assay.review.text.Spots.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  private Findings() {}

  static List<Finding> of(Map<String, TextStream> streams) {
    Map<String, List<Found>> found = new LinkedHashMap<>();
    int live = 0;
    for (Map.Entry<String, TextStream> stream : streams.entrySet()) {
      List<Found> here = stream.getValue().spots().list();
      found.put(stream.getKey(), here);
      for (Found each : here) {
        live += live(each) ? 1 : 0;
      }
    }
    List<Finding> findings = new ArrayList<>();
    boolean together = live > 1;
    found.forEach(
        (stream, here) -> here.forEach(each -> findings.add(finding(stream, each, together))));
    return findings;
  }

  private static boolean live(Found found) {
    return found.feature().rule().mode() == Mode.LIVE;
  }

  private static boolean bySoundAlone(Spot spot) {
    return (spot.layers() & BY_SOUND) != 0 && !spot.survives();
  }

  private static Finding finding(String stream, Found found, boolean together) {
    Feature feature = found.feature();
    Spot spot = found.spot();
    Effect effect = feature.rule().disposition().effect();
    if (!live(found)) {
      effect = Effect.NOTED;
    } else if (bySoundAlone(spot) && !together && effect == Effect.BLOCK) {
      effect = Effect.HOLD;
    }
    Set<Layer> layers = Masks.layers(spot.layers());
    return new Finding(
        feature,
        effect,
        new Location.Span(stream, spot.start(), spot.end()),
        spot.text(),
        layers,
        why(feature.characteristic(), layers));
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
