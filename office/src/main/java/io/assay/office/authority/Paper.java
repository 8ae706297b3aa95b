package io.assay.office.authority;

import io.assay.office.Sha256;
import java.util.Arrays;

/**
 * One file of a report.
 *
 * @param form {@code pdf}, {@code docx} or {@code json}
 */
record Paper(String form, byte[] bytes) {
  Paper {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  String sha256() {
    return Sha256.of(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Paper that
        && form.equals(that.form)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Paper[" + form + ", " + bytes.length + " bytes]";
  }
}
