package io.assay.review;

import java.util.ArrayList;
import java.util.List;

/** Tries keywords on a text outside any pool. */
public final class Trial {

  private static final Category CATEGORY = Category.of("I.11");

  private Trial() {}

  /** What the keywords would find in a text, given phrases in which they are allowed. */
  public static List<Finding> run(
      List<String> keywords, List<String> exceptions, Layers layers, String text) {
    List<Feature> features = new ArrayList<>();
    Matching matching = new Matching(layers, exceptions);
    for (int i = 0; i < keywords.size(); i++) {
      features.add(Feature.keyword("try-" + (i + 1), keywords.get(i), CATEGORY).with(matching));
    }
    return Reviewer.of(Pool.of("trial", features)).review(text, Context.input()).findings();
  }
}
