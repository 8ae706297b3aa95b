package io.assay.preview;

import java.util.List;
import java.util.stream.Stream;

/** One of the eight ways to see a page. */
record Look(String language, String theme, int width) {

  /** Two opposite corners of the eight, or with the property {@code assay.everyLook} all. */
  static List<Look> wanted() {
    if (!Boolean.getBoolean("assay.everyLook")) {
      return List.of(new Look("zh", "light", 1280), new Look("en", "dark", 390));
    }
    return Stream.of("zh", "en")
        .flatMap(
            language ->
                Stream.of("light", "dark")
                    .flatMap(
                        theme ->
                            Stream.of(1280, 390).map(width -> new Look(language, theme, width))))
        .toList();
  }

  @Override
  public String toString() {
    return language + "-" + theme + "-" + width;
  }
}
