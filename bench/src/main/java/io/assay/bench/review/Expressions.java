package io.assay.bench.review;

import io.assay.review.Category;
import io.assay.review.Characteristic.Expression;
import io.assay.review.Context;
import io.assay.review.Entry;
import io.assay.review.Feature;
import io.assay.review.Matching;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.Rule;
import java.util.ArrayList;
import java.util.List;

/** A pool of expressions, each with a literal made of a generated pattern. */
final class Expressions {

  private Expressions() {}

  static Matcher matcher(List<String> patterns) {
    Reviewer reviewer = Reviewer.of(pool(patterns));
    return document -> reviewer.review(document, Context.output()).findings().size();
  }

  static Pool pool(List<String> patterns) {
    Rule rule = Rule.of(Category.of("I.11"));
    List<Feature> features = new ArrayList<>();
    for (String pattern : patterns) {
      String source = expression(pattern, features.size());
      features.add(
          new Feature(
              "e" + features.size(),
              1,
              new Expression(source),
              rule,
              Matching.standard(),
              Entry.unrecorded()));
    }
    return Pool.of("bench", features);
  }

  private static String expression(String pattern, int number) {
    return switch (number % 4) {
      case 0 -> pattern + "[0-9]{0,4}";
      case 1 -> "(加|买|卖)?" + pattern;
      case 2 -> pattern + "(.{0,8}(群|平台))?";
      default -> "(?i)" + pattern + "\\s{0,4}[:：]?";
    };
  }
}
