package io.assay.mark.c2pa;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of a new manifest, {@code urn:c2pa:} and a random UUID.
 *
 * <p>Players that search an AVI file for frames take two digits, two characters and a small number
 * for the head of one, and the zeros behind the label can be that number. So no two digits stand
 * side by side in its last seven characters.
 */
final class ManifestLabel {
  private static final Pattern FRAME_HEAD = Pattern.compile("[0-9]{2}.{0,5}$");

  private ManifestLabel() {}

  static String random() {
    String id = UUID.randomUUID().toString();
    return FRAME_HEAD.matcher(id).find() ? random() : "urn:c2pa:" + id;
  }
}
