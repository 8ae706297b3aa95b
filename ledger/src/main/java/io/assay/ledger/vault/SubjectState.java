package io.assay.ledger.vault;

import io.assay.ledger.json.CanonicalJson;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the vault remembers of a subject beside its keys.
 *
 * @param pseudonym a random name for the subject in the log, which is forgotten with its keys
 * @param restricted why nothing but storage and protection is allowed any more, empty when it is
 * @param holds the numbers of the orders that forbid destruction
 */
record SubjectState(String pseudonym, String restricted, TreeSet<String> holds) {

  static SubjectState active() {
    String pseudonym = HexFormat.of().formatHex(CipherProfile.random(16));
    return new SubjectState(pseudonym, "", new TreeSet<>());
  }

  static SubjectState parse(byte[] bytes) {
    Map<String, Object> fields = CanonicalJson.decode(bytes);
    TreeSet<String> holds = new TreeSet<>();
    if (fields.get("pseudonym") instanceof String pseudonym
        && fields.get("restricted") instanceof String restricted
        && fields.get("holds") instanceof List<?> orders) {
      orders.forEach(order -> holds.add(String.valueOf(order)));
      return new SubjectState(pseudonym, restricted, holds);
    }
    throw new IllegalArgumentException("a subject's state has pseudonym, restricted and holds");
  }

  byte[] bytes() {
    return CanonicalJson.encode(
        Map.of("pseudonym", pseudonym, "restricted", restricted, "holds", List.copyOf(holds)));
  }

  boolean isRestricted() {
    return !restricted.isEmpty();
  }

  SubjectState restrictedFor(String reason) {
    return new SubjectState(pseudonym, reason, holds);
  }

  SubjectState heldBy(String order) {
    TreeSet<String> more = new TreeSet<>(holds);
    more.add(order);
    return new SubjectState(pseudonym, restricted, more);
  }

  SubjectState releasedBy(String order) {
    TreeSet<String> fewer = new TreeSet<>(holds);
    fewer.remove(order);
    return new SubjectState(pseudonym, restricted, fewer);
  }
}
