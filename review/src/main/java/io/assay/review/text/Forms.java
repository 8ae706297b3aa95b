package io.assay.review.text;

import io.assay.review.Characteristic.Combination;
import io.assay.review.Characteristic.Keyword;
import io.assay.review.Feature;
import io.assay.review.Layer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Works out the written forms of features and the lens through which each is looked for. */
final class Forms {

  private final Map<Lens, List<Term>> terms = new EnumMap<>(Lens.class);

  void add(Feature feature) {
    if (feature.characteristic() instanceof Keyword keyword) {
      add(feature, 0, keyword.text());
    } else if (feature.characteristic() instanceof Combination combination) {
      for (int part = 0; part < combination.terms().size(); part++) {
        add(feature, part, combination.terms().get(part));
      }
    }
  }

  List<Lane> lanes() {
    List<Lane> lanes = new ArrayList<>();
    terms.forEach((lens, list) -> lanes.add(Lane.of(lens, list)));
    return lanes;
  }

  private void add(Feature feature, int part, String text) {
    String symbols = Reading.of(Lens.LOOSE, text).symbols();
    boolean symbolic =
        symbols.isEmpty() || (symbols.length() == 1 && text.length() > 1 && !run(text));
    if (feature.matching().layers().enabled().isEmpty() || symbolic) {
      add(Lens.PLAIN, term(feature, part, text));
      return;
    }
    boolean loose =
        feature.matching().layers().has(Layer.LOOSE_SEPARATOR)
            || Reading.of(Lens.CORE, text).symbols().indexOf(Lens.BREAK) >= 0;
    add(loose ? Lens.LOOSE : Lens.CORE, term(feature, part, text));
  }

  /** Whether every character of a text is read as the same symbol. */
  private static boolean run(String text) {
    return text.codePoints().allMatch(c -> !Lens.LOOSE.symbols(c).isEmpty());
  }

  private static Term term(Feature feature, int part, String form) {
    return new Term(feature, part, form, 0, Masks.of(feature.matching().layers()));
  }

  private void add(Lens lens, Term term) {
    terms.computeIfAbsent(lens, unused -> new ArrayList<>()).add(term);
  }
}
