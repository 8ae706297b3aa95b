package io.assay.review.text;

import io.assay.review.Characteristic.Combination;
import io.assay.review.Characteristic.Expression;
import io.assay.review.Characteristic.Keyword;
import io.assay.review.Feature;
import io.assay.review.Layer;
import io.assay.review.Layers;
import io.assay.review.regex.LinearExpression;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Works out the written forms of features and the lens through which each is looked for. */
final class Forms {

  private final List<Expressions.Entry> expressions = new ArrayList<>();
  private final Map<Lens, List<Term>> terms = new EnumMap<>(Lens.class);

  void add(Feature feature) {
    if (feature.characteristic() instanceof Keyword keyword) {
      add(feature, 0, keyword.text());
    } else if (feature.characteristic() instanceof Combination combination) {
      for (int part = 0; part < combination.terms().size(); part++) {
        add(feature, part, combination.terms().get(part));
      }
    } else if (feature.characteristic() instanceof Expression expression) {
      addExpression(feature, LinearExpression.of(expression.pattern()));
    }
  }

  private void addExpression(Feature feature, LinearExpression expression) {
    expressions.add(new Expressions.Entry(feature, expression));
  }

  Expressions expressions() {
    return new Expressions(expressions);
  }

  /** The expressions that are looked for in the folded text too. */
  Expressions folded() {
    return new Expressions(
        expressions.stream()
            .filter(entry -> FoldedScan.asked(entry.feature().matching().layers()))
            .toList());
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
    Lens main = loose ? Lens.LOOSE : Lens.CORE;
    add(main, term(feature, part, text));
    addDisguises(feature, part, text, main);
  }

  private void addDisguises(Feature feature, int part, String text, Lens main) {
    Layers layers = feature.matching().layers();
    String symbols = Reading.of(Lens.LOOSE, text).symbols();
    if (layers.has(Layer.LEET) && symbols.length() >= 3 && symbols.chars().allMatch(Forms::latin)) {
      add(Lens.LEET, term(feature, part, text));
    }
    if (layers.has(Layer.HOMOPHONE) && symbols.chars().filter(Forms::sounded).count() >= 2) {
      add(Lens.SOUND, term(feature, part, text));
    }
    if (layers.has(Layer.LOOSE_SEPARATOR)
        && symbols.chars().allMatch(Forms::sounded)
        && symbols.length() >= 2) {
      add(Lens.IDEOGRAPHS, term(feature, part, text));
    }
    Disguises.of(simple(text), layers)
        .forEach(
            (form, layer) -> {
              String seen = Reading.of(main, form).symbols();
              if (!seen.isEmpty() && seen.indexOf(Lens.BREAK) < 0) {
                add(main, term(feature, part, form, Masks.has(layer)));
              }
            });
  }

  /** The text in its common reading, with repeats but without what vanishes. */
  private static String simple(String text) {
    StringBuilder simple = new StringBuilder();
    text.codePoints().forEach(c -> simple.append(simple(c)));
    return simple.toString();
  }

  private static String simple(int codePoint) {
    String symbols = Lens.LOOSE.symbols(codePoint);
    boolean numeral =
        Character.isIdeographic(codePoint)
            && !symbols.codePoints().allMatch(Character::isIdeographic);
    return numeral ? Character.toString(codePoint) : symbols;
  }

  private static boolean latin(int symbol) {
    return symbol >= 'a' && symbol <= 'z';
  }

  private static boolean sounded(int symbol) {
    return !Sounds.shipped().pinyin((char) symbol).isEmpty();
  }

  /** Whether every character of a text is read as the same symbol. */
  private static boolean run(String text) {
    return text.codePoints().allMatch(c -> !Lens.LOOSE.symbols(c).isEmpty());
  }

  private static Term term(Feature feature, int part, String form) {
    return term(feature, part, form, 0);
  }

  private static Term term(Feature feature, int part, String form, int layers) {
    return new Term(feature, part, form, layers, Masks.of(feature.matching().layers()));
  }

  private void add(Lens lens, Term term) {
    terms.computeIfAbsent(lens, unused -> new ArrayList<>()).add(term);
  }
}
