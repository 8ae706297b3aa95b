package io.assay.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Looks at pages in every wanted way, keeps a picture of each, and says what is wrong with it. */
final class Gallery {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final Pattern MEMBER = Pattern.compile("staff:stf_[0-9a-z]{20}");
  private static final String AXE = resource("/axe/axe-4.14.1.min.js");
  private static final String EXAMINE =
      """
      const done = arguments[arguments.length - 1];
      axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa"] }).then((result) => done(
        result.passes.length === 0 ? ["nothing was examined"] : result.violations.flatMap((it) => it.nodes.map((node) =>
          it.id + " at " + node.target.join(" ") + ": " + node.any.map((a) => a.message).join()))));
      """;

  private final Browser browser;
  private final List<String> faults = new ArrayList<>();

  Gallery(Browser browser) {
    this.browser = browser;
  }

  void view(String name, String path) {
    for (Look look : Look.wanted()) {
      browser.open(path, look);
      examine(name + "-" + look, look.width());
    }
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Looks at the page that is open. */
  void examine(String name, int width) {
    browser.shoot(SHOTS.resolve(name + ".png"));
    long needed = (Long) browser.run("return document.documentElement.scrollWidth");
    if (needed > width) {
      faults.add(name + " needs " + needed + " px of width");
    }
    String words = browser.run("return document.body.innerText").toString();
    if (words.contains("??")) {
      faults.add(name + " shows a message key");
    }
    if (MEMBER.matcher(words).find()) {
      faults.add(name + " calls a member by an identifier");
    }
    browser.complaints().stream()
        .filter(it -> !it.contains("the server responded with a status of"))
        .forEach(it -> faults.add(name + ": " + it));
    browser.run(AXE + "; return true");
    ((List<?>) browser.runAsync(EXAMINE)).forEach(it -> faults.add(name + ": " + it));
  }

  private static String resource(String name) {
    try (InputStream stream = Gallery.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
