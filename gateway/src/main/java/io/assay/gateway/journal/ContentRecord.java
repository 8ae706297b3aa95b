package io.assay.gateway.journal;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/**
 * One labelled file that was issued: what is needed to say later what its labels prove (Art. 18).
 *
 * @param produceId the content number in its implicit label
 * @param aigc the implicit label as it was written
 * @param payloadSha256 SHA-256 of the pixels or samples as they stand in the file, without metadata
 */
public record ContentRecord(String produceId, String aigc, String payloadSha256) {
  public ContentRecord {
    requireNonNull(produceId, "produceId");
    requireNonNull(aigc, "aigc");
    requireNonNull(payloadSha256, "payloadSha256");
  }

  Map<String, Object> body() {
    var body = new TreeMap<String, Object>();
    body.put("produce_id", produceId);
    body.put("aigc", aigc);
    body.put("payload_sha256", payloadSha256);
    return body;
  }
}
