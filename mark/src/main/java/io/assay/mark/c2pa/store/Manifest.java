package io.assay.mark.c2pa.store;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.jumbf.BoxKind;
import io.assay.mark.c2pa.jumbf.JumbfBox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One manifest of a store. Its parts are read when asked for; a broken part throws then.
 *
 * @param box the manifest
 * @param stored the box that stands for it in the store, which references hash: the manifest, or
 *     the box around its compressed form
 */
public record Manifest(JumbfBox box, JumbfBox stored) {
  private static final String ASSERTIONS = "c2pa.assertions";
  private static final String SIGNATURE = "c2pa.signature";

  /** A manifest that is stored as it is. */
  public Manifest(JumbfBox box) {
    this(box, box);
  }

  /** The name that is unique among manifests. */
  public String label() {
    return box.label();
  }

  /** Whether it adds to its parent without binding the file itself. */
  public boolean isUpdate() {
    return box.kind() == BoxKind.UPDATE_MANIFEST;
  }

  /** Whether it is stored compressed, and what that holds is no manifest (section 15.5.4). */
  public boolean isBroken() {
    return box.kind() == BoxKind.COMPRESSED_MANIFEST;
  }

  /** The boxes that are claims; a sound manifest has one. */
  public List<JumbfBox> claims() {
    return box.boxes().stream().filter(b -> b.kind() == BoxKind.CLAIM).toList();
  }

  /**
   * The claim.
   *
   * @throws MarkException where there is not exactly one, or it cannot be read
   */
  public Claim claim() {
    if (claims().size() != 1) {
      throw new MarkException(
          MarkException.Reason.MALFORMED, "the manifest has " + claims().size() + " claims, not 1");
    }
    JumbfBox claim = claims().getFirst();
    return Claim.read(claim.label(), claim.content("cbor").orElse(new byte[0]));
  }

  /** The serialized COSE_Sign1. */
  public Optional<byte[]> signature() {
    return signatureBox().flatMap(b -> b.content("cbor"));
  }

  public Optional<JumbfBox> signatureBox() {
    return box.child(SIGNATURE);
  }

  /** The assertions' boxes, in their order. */
  public List<JumbfBox> assertions() {
    return box.child(ASSERTIONS).map(JumbfBox::boxes).orElse(List.of());
  }

  /** The boxes of assertions of a type, without regard to version and instance number. */
  public List<JumbfBox> assertions(String type) {
    return assertions().stream().filter(b -> typeOf(b.label()).equals(type)).toList();
  }

  /** The content of the first assertion with a label. */
  public Optional<Cbor.Fields> assertion(String label) {
    return box.child(ASSERTIONS)
        .flatMap(b -> b.child(label))
        .flatMap(b -> b.content("cbor"))
        .map(bytes -> Cbor.decode(bytes).asFields());
  }

  /** The content of the first JSON assertion with a label. */
  public Optional<String> json(String label) {
    return box.child(ASSERTIONS)
        .flatMap(b -> b.child(label))
        .flatMap(b -> b.content("json"))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** An assertion's label without version and instance number. */
  public static String typeOf(String label) {
    return label.replaceFirst("__\\d+$", "").replaceFirst("\\.v\\d+$", "");
  }

  /** The path of one of this manifest's boxes from the root of the store. */
  public String path(String inside) {
    return label() + "/" + inside;
  }
}
