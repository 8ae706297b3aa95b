package io.assay.review.classifier;

import io.assay.review.classifier.Boxes.Sides;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads from a service's answer where it saw what. */
final class Sightings {

  private Sightings() {}

  static List<Sighting> read(JsonNode document, List<Boxes> all) {
    List<Sighting> sightings = new ArrayList<>();
    for (Boxes boxes : all) {
      JsonNode items = document.at(boxes.place());
      if (items.isArray()) {
        items.forEach(item -> add(item, boxes, sightings));
      } else if (items.isObject()) {
        add(items, boxes, sightings);
      } else if (!items.isMissingNode() && !items.isNull()) {
        throw new IllegalArgumentException("the answer has no boxes at " + boxes.place());
      }
    }
    return sightings;
  }

  private static void add(JsonNode item, Boxes boxes, List<Sighting> sightings) {
    if (boxes.sides().all().anyMatch(side -> !absent(item.at(side)))) {
      String label = boxes.of().isEmpty() ? Answer.text(item.at(boxes.label())) : boxes.of();
      sightings.add(new Sighting(label, box(item, boxes)));
    }
  }

  private static Box box(JsonNode item, Boxes boxes) {
    double left = number(item, boxes.sides().left());
    double top = number(item, boxes.sides().top());
    return switch (boxes.sides()) {
      case Sides.Sized it ->
          new Box(left, top, number(item, it.width()), number(item, it.height()), boxes.unit());
      case Sides.Cornered it ->
          new Box(
              left,
              top,
              number(item, it.right()) - left,
              number(item, it.bottom()) - top,
              boxes.unit());
    };
  }

  private static boolean absent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static double number(JsonNode item, String place) {
    JsonNode number = item.at(place);
    if (!number.isNumber()) {
      throw new IllegalArgumentException("a box in the answer has no number at " + place);
    }
    return number.doubleValue();
  }
}
