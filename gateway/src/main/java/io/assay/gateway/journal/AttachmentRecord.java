package io.assay.gateway.journal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One picture or sound of a request.
 *
 * @param field under which the vault keeps it
 * @param where its place in the request
 * @param labels the labels that it came with
 */
public record AttachmentRecord(
    String field, String where, Measure measure, List<LabelRecord> labels) {
  public AttachmentRecord {
    requireNonNull(field, "field");
    requireNonNull(where, "where");
    requireNonNull(measure, "measure");
    labels = List.copyOf(labels);
  }

  Map<String, Object> body() {
    var body = new TreeMap<String, Object>(measure.body());
    body.put("field", field);
    body.put("where", where);
    body.put("labels", labels.stream().map(LabelRecord::body).toList());
    return body;
  }
}
