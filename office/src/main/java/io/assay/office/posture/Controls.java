package io.assay.office.posture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The table of controls, as it is shipped; nothing can add to it while the office runs. Its columns
 * are those of {@link Control}, the last one naming the query; in a query that several controls
 * share, <code>{n}</code> stands for the number behind the dash.
 */
final class Controls {
  private static final List<Control> ALL =
      text("controls.tsv")
          .lines()
          .map(line -> line.split("\t", -1))
          .map(Controls::control)
          .toList();

  private Controls() {}

  static List<Control> all() {
    return ALL;
  }

  static Optional<Control> find(String id) {
    return ALL.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  private static Control control(String[] cells) {
    return new Control(
        cells[0],
        Integer.parseInt(cells[1]),
        Duration.parse(cells[2]),
        cells[3].isEmpty() ? Optional.empty() : Optional.of(Duration.parse(cells[3])),
        Integer.parseInt(cells[4]),
        text("controls/" + cells[5] + ".sql").strip().replace("{n}", number(cells[0])));
  }

  private static String number(String id) {
    return id.substring(id.indexOf('-') + 1);
  }

  private static String text(String name) {
    try (InputStream in = Controls.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " beside the controls");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
