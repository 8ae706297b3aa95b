package io.assay.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a text that ships with the demo. */
final class Lines {
  private Lines() {}

  static List<String> of(String name) {
    try (InputStream text = Lines.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
