package io.assay.app.pool;

import io.assay.review.Finding;
import io.assay.review.Layer;
import io.assay.review.Location.Span;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings as JSON. */
final class FindingJson {

  static final JsonMapper MAPPER = JsonMapper.shared();

  private FindingJson() {}

  static ArrayNode array(List<Finding> findings) {
    ArrayNode array = MAPPER.createArrayNode();
    findings.forEach(finding -> array.add(object(finding)));
    return array;
  }

  private static ObjectNode object(Finding finding) {
    ObjectNode object = MAPPER.createObjectNode();
    object.put("feature", finding.feature().id());
    object.put("category", finding.feature().rule().category().code());
    object.put("effect", finding.effect().name());
    if (finding.where() instanceof Span span) {
      object.put("start", span.start());
      object.put("end", span.end());
    }
    object.put("matched", finding.matched());
    ArrayNode layers = object.putArray("layers");
    finding.layers().stream().sorted().map(Layer::name).forEach(layers::add);
    object.put("why", finding.why());
    return object;
  }
}
