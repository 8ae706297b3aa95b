package io.assay.ledger.vault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where a payload belongs. A ciphertext opens at its own address and at no other.
 *
 * @param shard the shard whose entry commits to the payload
 * @param subject whose data it is; the unit of erasure
 * @param exchange the exchange it was part of
 * @param field which part, as {@code prompt} or {@code output}
 * @param eventClass the class of event, which decides how long it is kept
 */
public record Address(
    String shard, String subject, String exchange, String field, String eventClass) {

  public Address {
    for (String part : List.of(shard, subject, exchange, field)) {
      if (part.isEmpty()) {
        throw new IllegalArgumentException("an address has no empty part");
      }
    }
    if (!eventClass.matches("[a-z0-9][a-z0-9-]{0,31}")) {
      throw new IllegalArgumentException(
          "an event class is a word of lower-case letters, digits and hyphens: " + eventClass);
    }
  }

  /** All parts, each behind its length, so that no two addresses look the same. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String part : List.of("assay-vault/v1", shard, subject, exchange, field, eventClass)) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      out.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
      out.writeBytes(bytes);
    }
    return out.toByteArray();
  }
}
