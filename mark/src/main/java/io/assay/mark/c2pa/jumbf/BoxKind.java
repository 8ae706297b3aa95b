package io.assay.mark.c2pa.jumbf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The JUMBF types that a manifest store is made of. */
public enum BoxKind {
  STORE("c2pa"),
  MANIFEST("c2ma"),
  UPDATE_MANIFEST("c2um"),
  COMPRESSED_MANIFEST("c2cm"),
  ASSERTIONS("c2as"),
  CLAIM("c2cl"),
  SIGNATURE("c2cs"),
  CBOR("cbor"),
  JSON("json"),
  UUID_CONTENT("uuid"),
  EMBEDDED_FILE(UUID.fromString("40cb0c32-bb8a-489d-a70b-2ad6f47f4369")),
  OTHER(new UUID(0, 0));

  private final UUID uuid;

  BoxKind(String fourCharacters) {
    this(
        new UUID(
            (long) ByteBuffer.wrap(fourCharacters.getBytes(StandardCharsets.US_ASCII)).getInt()
                    << 32
                | 0x00110010L,
            0x8000_00aa_0038_9b71L));
  }

  BoxKind(UUID uuid) {
    this.uuid = uuid;
  }

  public UUID uuid() {
    return uuid;
  }

  /** The kind of a type, {@link #OTHER} where C2PA defines none. */
  public static BoxKind of(UUID type) {
    for (BoxKind kind : values()) {
      if (kind.uuid.equals(type)) {
        return kind;
      }
    }
    return OTHER;
  }
}
