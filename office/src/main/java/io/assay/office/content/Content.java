package io.assay.office.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Content in the clear, for the eyes of whoever asked; {@link #toString} shows none of it.
 *
 * @param media {@code text}, {@code image} or {@code audio}
 */
public record Content(String media, byte[] bytes) {
  public Content {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Content that
        && media.equals(that.media)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Content[" + media + ", " + bytes.length + " bytes]";
  }
}
