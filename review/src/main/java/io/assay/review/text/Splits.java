package io.assay.review.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ways to write a Han character as its components, side by side. */
final class Splits {

  private static final class Shipped {
    static final Splits SPLITS = new Splits();
  }

  private final Map<Character, List<String>> components = new HashMap<>();

  private Splits() {
    for (String[] row : Resource.rows("splits.tsv")) {
      components.put(row[0].charAt(0), Arrays.asList(row).subList(1, row.length));
    }
  }

  static Splits shipped() {
    return Shipped.SPLITS;
  }

  List<String> of(char character) {
    return components.getOrDefault(character, List.of());
  }
}
