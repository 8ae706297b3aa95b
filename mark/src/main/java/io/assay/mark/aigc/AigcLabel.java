package io.assay.mark.aigc;

import io.assay.mark.text.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The implicit label of GB 45438-2025 Annex E. Every value keeps to rule j): printable ASCII
 * without space and backslash. Fields without a value are empty strings.
 *
 * @param label whether the content is, may be, or is suspected to be generated
 * @param contentProducer the generating provider's name or code; see {@link ProviderCode}
 * @param produceId the provider's unique number of this content
 * @param reservedCode1 the producer's integrity data, see {@link SecurityData}
 * @param contentPropagator the propagating platform's name or code
 * @param propagateId the platform's number of this content
 * @param reservedCode2 the propagator's integrity data
 */
public record AigcLabel(
    Attribution label,
    String contentProducer,
    String produceId,
    String reservedCode1,
    String contentPropagator,
    String propagateId,
    String reservedCode2) {

  /** The values of the field {@code Label}. */
  public enum Attribution {
    IS_GENERATED("1"),
    MAY_BE_GENERATED("2"),
    SUSPECTED("3");

    private final String code;

    Attribution(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  public AigcLabel {
    requireCharset("ContentProducer", contentProducer);
    requireCharset("ProduceID", produceId);
    requireCharset("ReservedCode1", reservedCode1);
    requireCharset("ContentPropagator", contentPropagator);
    requireCharset("PropagateID", propagateId);
    requireCharset("ReservedCode2", reservedCode2);
    if (label == Attribution.IS_GENERATED && (contentProducer.isEmpty() || produceId.isEmpty())) {
      throw new IllegalArgumentException(
          "a label of generated content names its ContentProducer and ProduceID");
    }
  }

  /** What a generating provider writes. */
  public static AigcLabel produced(String contentProducer, String produceId) {
    return new AigcLabel(
        Attribution.IS_GENERATED, contentProducer, produceId, "", contentProducer, produceId, "");
  }

  public AigcLabel withReservedCode1(String value) {
    return new AigcLabel(
        label, contentProducer, produceId, value, contentPropagator, propagateId, reservedCode2);
  }

  public AigcLabel withPropagator(String propagator, String id) {
    return new AigcLabel(
        label, contentProducer, produceId, reservedCode1, propagator, id, reservedCode2);
  }

  /** The fields in the order of Annex E. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Label", label.code());
    fields.put("ContentProducer", contentProducer);
    fields.put("ProduceID", produceId);
    fields.put("ReservedCode1", reservedCode1);
    fields.put("ContentPropagator", contentPropagator);
    fields.put("PropagateID", propagateId);
    fields.put("ReservedCode2", reservedCode2);
    return fields;
  }

  /** The bare object as JSON without spaces. */
  public String json() {
    return fields().entrySet().stream()
        .map(e -> Json.quote(e.getKey()) + ":" + Json.quote(e.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static void requireCharset(String field, String value) {
    if (!keepsCharset(value)) {
      throw new IllegalArgumentException(
          field
              + " \""
              + value
              + "\" breaks Annex E j): use printable ASCII without space and backslash");
    }
  }

  /** Whether a value keeps to Annex E rule j). */
  static boolean keepsCharset(String value) {
    return value.chars().allMatch(c -> c >= 0x21 && c <= 0x7e && c != '\\');
  }
}
