package io.assay.gateway.journal;

import java.util.Map;
import java.util.TreeMap;

/**
 * How much was really reviewed of how much there was, in characters. The record never says more
 * than was done.
 */
public record Reviewed(long input, long inputOf, long output, long outputOf) {
  public static final Reviewed NOTHING = new Reviewed(0, 0, 0, 0);

  Map<String, Object> body() {
    var body = new TreeMap<String, Object>();
    body.put("input", input);
    body.put("input_of", inputOf);
    body.put("output", output);
    body.put("output_of", outputOf);
    return body;
  }
}
