package io.assay.office.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Starter texts: a beginning for a first draft, to be adapted to the service and checked by counsel
 * before anybody approves it. The first line is the title.
 */
final class Starter {
  private Starter() {}

  static Wording of(DocumentKind kind) {
    String zh = read(kind.slug() + ".zh.md");
    String en = read(kind.slug() + ".en.md");
    return new Wording(title(zh), title(en), text(zh), text(en));
  }

  private static String title(String file) {
    return file.substring(0, file.indexOf('\n')).replaceFirst("^# ", "");
  }

  private static String text(String file) {
    return file.substring(file.indexOf('\n'));
  }

  private static String read(String name) {
    try (InputStream in = Starter.class.getResourceAsStream("starter/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no starter text " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the starter text " + name, e);
    }
  }
}
