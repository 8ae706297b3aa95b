package io.assay.gateway.journal;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/**
 * One label that was found again in what was delivered (Art. 16, 17).
 *
 * @param kind {@code EXPLICIT} or {@code IMPLICIT}
 * @param method how it is carried, for example {@code picture-text} or {@code xmp}
 * @param where its place in the product
 * @param evidence what was measured when it was read back
 */
public record LabelRecord(String kind, String method, String where, String evidence) {
  public LabelRecord {
    requireNonNull(kind, "kind");
    requireNonNull(method, "method");
    requireNonNull(where, "where");
    requireNonNull(evidence, "evidence");
  }

  Map<String, Object> body() {
    var body = new TreeMap<String, Object>();
    body.put("kind", kind);
    body.put("method", method);
    body.put("where", where);
    body.put("evidence", evidence);
    return body;
  }
}
