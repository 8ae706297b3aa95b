package io.assay.gateway.chat;

import io.assay.gateway.http.Json;
import io.assay.review.Finding;
import io.assay.review.Verdict;
import tools.jackson.databind.node.ObjectNode;

/** A verdict in the {@code moderation} shape of the OpenAI API. */
final class Moderation {
  private static final String MODEL = "assay-review";

  private Moderation() {}

  /** What the review of the output found; categories carry their codes. */
  static ObjectNode output(Verdict verdict) {
    var result = Json.object();
    result.put("type", "moderation_result").put("model", MODEL);
    result.put("flagged", !(verdict instanceof Verdict.Pass));
    var categories = result.putObject("categories");
    var scores = result.putObject("category_scores");
    var inputs = result.putObject("category_applied_input_types");
    for (Finding finding : verdict.findings()) {
      var code = finding.feature().rule().category().code();
      categories.put(code, true);
      scores.put(code, 1);
      inputs.putArray(code).add("text");
    }
    var output = Json.object().put("type", "moderation_results").put("model", MODEL);
    output.putArray("results").add(result);
    var moderation = Json.object();
    moderation.set("output", output);
    return moderation;
  }
}
