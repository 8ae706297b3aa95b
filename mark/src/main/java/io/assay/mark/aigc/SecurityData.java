package io.assay.mark.aigc;

import io.assay.mark.MarkException;
import io.assay.mark.text.Json;
import io.assay.mark.text.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The integrity data of TC260-PG-202511A that stands in ReservedCode1: a signature by SM3withSM2
 * over the label, the public key, and a signed binding to the content.
 *
 * <p>The signature over the label covers, as the guide's appendix A.1 has it, the characters {@code
 * "Label":"1","ContentProducer":"...","ProduceID":"..."}. The binding is of this library's making:
 * the SM3 digest of the content without metadata, signed together with the label.
 *
 * @param labelSignature DER
 * @param publicPoint an uncompressed point of 65 bytes
 * @param binding empty where the data binds no content
 */
public record SecurityData(byte[] labelSignature, byte[] publicPoint, Optional<Binding> binding) {
  private static final String SM3_WITH_SM2 = "1.2.156.10197.1.501";
  private static final String SM3 = "1.2.156.10197.1.401";
  private static final String SPKI = "3059301306072a8648ce3d020106082a811ccf5501822d034200";
  private static final int POINT = 65;
  private static final HexFormat HEX = HexFormat.of();

  /** The digest of the content and the signature over it. */
  public record Binding(String sm3, byte[] signature) {}

  /** Signs a label for content with this digest (64 hexadecimal digits). */
  public static SecurityData sign(AigcLabel label, String contentSm3, LabelSigner signer) {
    return new SecurityData(
        signer.sign(labelMessage(label)),
        signer.publicPoint(),
        Optional.of(new Binding(contentSm3, signer.sign(bindingMessage(label, contentSm3)))));
  }

  private static byte[] labelMessage(AigcLabel label) {
    return ascii(
        "\"Label\":"
            + Json.quote(label.label().code())
            + ",\"ContentProducer\":"
            + Json.quote(label.contentProducer())
            + ",\"ProduceID\":"
            + Json.quote(label.produceId()));
  }

  private static byte[] bindingMessage(AigcLabel label, String sm3) {
    return ascii(
        new String(labelMessage(label), StandardCharsets.US_ASCII) + ",\"Bnd\":" + Json.quote(sm3));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The value of ReservedCode1: JSON without spaces. */
  public String json() {
    String signature =
        "{\"Type\":\"DS\",\"AlgID\":\"%s\",\"TBSData\":{\"Type\":\"LabelMataData\"},\"Signature\":\"%s\"}"
            .formatted(SM3_WITH_SM2, HEX.formatHex(labelSignature));
    String key =
        "{\"Type\":\"PubKey\",\"AlgID\":\"%s\",\"KeyValue\":\"%s%s\"}"
            .formatted(SM3_WITH_SM2, SPKI, HEX.formatHex(publicPoint));
    String bindings =
        binding
            .map(
                b ->
                    ",\"Bindings\":[{\"Type\":\"Bnd\",\"AlgID\":\"%s\",\"CntSel\":\"payload\",\"Value\":\"%s\",\"Signature\":\"%s\"}]"
                        .formatted(SM3, b.sm3(), HEX.formatHex(b.signature())))
            .orElse("");
    return "{\"SecurityData\":{\"Type\":\"TC260PG\",\"Version\":1,\"PubSD\":["
        + signature
        + ","
        + key
        + "]"
        + bindings
        + "}}";
  }

  /** Reads ReservedCode1; empty where it holds something else. */
  public static Optional<SecurityData> read(String reservedCode) {
    try {
      return struct(JsonReader.read(reservedCode))
          .flatMap(root -> root.get("SecurityData"))
          .flatMap(SecurityData::struct)
          .flatMap(SecurityData::parse);
    } catch (MarkException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<SecurityData> parse(Json.Struct data) {
    List<Json.Struct> parts = structs(data, "PubSD");
    Optional<byte[]> signature = part(parts, "DS").flatMap(p -> hex(p, "Signature"));
    Optional<byte[]> point =
        part(parts, "PubKey").flatMap(p -> hex(p, "KeyValue")).flatMap(SecurityData::point);
    if (signature.isEmpty() || point.isEmpty()) {
      return Optional.empty();
    }
    Optional<Binding> binding =
        part(structs(data, "Bindings"), "Bnd")
            .filter(b -> string(b, "Value").isPresent() && hex(b, "Signature").isPresent())
            .map(
                b ->
                    new Binding(
                        string(b, "Value").orElseThrow().toLowerCase(Locale.ROOT),
                        hex(b, "Signature").orElseThrow()));
    return Optional.of(new SecurityData(signature.get(), point.get(), binding));
  }

  private static Optional<Json.Struct> part(List<Json.Struct> parts, String type) {
    return parts.stream()
        .filter(p -> string(p, "Type").filter(type::equals).isPresent())
        .findFirst();
  }

  private static List<Json.Struct> structs(Json.Struct data, String key) {
    return data
        .get(key)
        .filter(Json.Array.class::isInstance)
        .map(array -> ((Json.Array) array).items())
        .orElse(List.of())
        .stream()
        .flatMap(item -> struct(item).stream())
        .toList();
  }

  private static Optional<Json.Struct> struct(Json json) {
    return json instanceof Json.Struct struct ? Optional.of(struct) : Optional.empty();
  }

  private static Optional<String> string(Json.Struct struct, String key) {
    return struct.get(key).flatMap(Json::scalar);
  }

  private static Optional<byte[]> hex(Json.Struct struct, String key) {
    return string(struct, key).map(HEX::parseHex);
  }

  /** The point of a key given as a point or as SubjectPublicKeyInfo. */
  private static Optional<byte[]> point(byte[] key) {
    byte[] point =
        key.length <= POINT ? key : Arrays.copyOfRange(key, key.length - POINT, key.length);
    return point.length == POINT && point[0] == 4 ? Optional.of(point) : Optional.empty();
  }

  /** Whether the label is the one that was signed. */
  public boolean covers(AigcLabel label) {
    return Sm2Key.verify(publicPoint, labelMessage(label), labelSignature);
  }

  /** Whether the binding was signed together with this label. */
  public boolean bindsGenuinely(AigcLabel label) {
    return binding
        .map(b -> Sm2Key.verify(publicPoint, bindingMessage(label, b.sm3()), b.signature()))
        .orElse(false);
  }

  /** Whether the key is pinned for the producer that the label names. */
  public boolean isPinned(AigcLabel label, KeyRegistry keys) {
    return keys.pins(label.contentProducer(), publicPoint);
  }

  /** Whether keys are pinned for the producer, and this key is none of them. */
  public boolean isForeign(AigcLabel label, KeyRegistry keys) {
    return keys.knows(label.contentProducer()) && !isPinned(label, keys);
  }
}
