package io.assay.mark.c2pa.store;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.cbor.Cbor;
import java.util.List;
import java.util.Optional;

/**
 * A claim, version 1 or 2 (section 10.2).
 *
 * @param version 1 or 2
 * @param instanceId the identifier of this version of the work
 * @param generator the name of the program that made the claim
 * @param signature the URI of the signature
 * @param created what the signer asserts; in version 1 all assertions
 * @param gathered what others asserted
 * @param redacted assertions of ingredients that were taken out
 * @param title the work's name
 * @param algorithm the hash algorithm of references that name none
 * @param bytes the claim as signed
 */
public record Claim(
    int version,
    String instanceId,
    String generator,
    String signature,
    List<HashedUri> created,
    List<HashedUri> gathered,
    List<String> redacted,
    Optional<String> title,
    Optional<String> algorithm,
    byte[] bytes) {
  private static final String VERSION_2 = "c2pa.claim.v2";

  static Claim read(String label, byte[] bytes) {
    Cbor.Fields map = Cbor.decode(bytes).asFields();
    boolean second = label.equals(VERSION_2);
    List<HashedUri> created = references(map, second ? "created_assertions" : "assertions");
    if (created.isEmpty()) {
      throw new MarkException(MarkException.Reason.MALFORMED, "the claim names no assertions");
    }
    return new Claim(
        second ? 2 : 1,
        map.text("instanceID"),
        second
            ? map.require("claim_generator_info").asFields().text("name")
            : map.text("claim_generator"),
        map.text("signature"),
        created,
        references(map, "gathered_assertions"),
        map.list("redacted_assertions").stream().map(Cbor::asText).toList(),
        map.optionalText("dc:title"),
        map.optionalText("alg"),
        bytes);
  }

  private static List<HashedUri> references(Cbor.Fields map, String key) {
    return map.list(key).stream().map(HashedUri::read).toList();
  }
}
