package io.assay.mark.c2pa.binding;

import io.assay.mark.MarkException;
import io.assay.mark.bmff.Box;
import io.assay.mark.bmff.Rewrite;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.container.Source;
import io.assay.mark.container.Spliced;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a fragment stands in a tree, as its C2PA box says (section 18.6 and appendix A.5).
 *
 * @param hashes the neighbours on the way up
 */
record MerkleProof(long uniqueId, long localId, long location, List<byte[]> hashes) {
  private static final String PURPOSE = "merkle\0";
  private static final int PURPOSE_AT = 20;
  private static final int MAX_PROOF = 1 << 16;

  /** The proofs in a file of fragments, in order. */
  static List<MerkleProof> read(Source file) {
    return Box.top(file).stream()
        .filter(box -> box.type().equals("uuid"))
        .filter(box -> file.matches(box.contentAt(), BmffHash.STORE_BOX))
        .filter(box -> file.matches(box.contentAt() + PURPOSE_AT, PURPOSE))
        .map(box -> read(file, box))
        .toList();
  }

  private static MerkleProof read(Source file, Box box) {
    long at = box.contentAt() + PURPOSE_AT + PURPOSE.length();
    long length = box.whole().end() - at;
    if (length > MAX_PROOF) {
      throw MarkException.limit("a proof of " + length + " bytes", at);
    }
    Cbor.Fields fields = Cbor.decode(file.bytes(at, length)).asFields();
    boolean empty = fields.get("hashes").filter(v -> !v.equals(Cbor.Simple.NULL)).isEmpty();
    return new MerkleProof(
        fields.require("uniqueId").asLong(),
        fields.require("localId").asLong(),
        fields.require("location").asLong(),
        empty ? List.of() : fields.list("hashes").stream().map(Cbor::asBytes).toList());
  }

  /** The box that says so. */
  byte[] box() {
    Map<String, Cbor> map = new LinkedHashMap<>();
    map.put("uniqueId", Cbor.of(uniqueId));
    map.put("localId", Cbor.of(localId));
    map.put("location", Cbor.of(location));
    if (!hashes.isEmpty()) {
      map.put("hashes", Cbor.list(hashes.stream().map(Cbor::of).toList()));
    }
    byte[] head = new byte[4];
    return Box.build(
        "uuid",
        BmffHash.STORE_BOX,
        head,
        PURPOSE.getBytes(StandardCharsets.US_ASCII),
        Cbor.map(map).encode());
  }

  /** A fragment with this proof in front of what it proves. */
  Source in(Source fragment) {
    Rewrite rewrite = new Rewrite(fragment);
    long at =
        rewrite.top().stream()
            .filter(top -> !top.type().equals("styp"))
            .findFirst()
            .map(top -> top.whole().at())
            .orElseThrow(() -> MarkException.malformed("a fragment without boxes", 0));
    return new Spliced(fragment, rewrite.insert(at, box(), List.of()).splices());
  }
}
