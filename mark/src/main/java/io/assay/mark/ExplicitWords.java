package io.assay.mark;

import io.assay.mark.Finding.Bearing;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks for the words of an explicit label near the start and the end of a text. */
final class ExplicitWords {
  private static final int REACH = 2048;

  private ExplicitWords() {}

  static List<Finding> seen(Media media) {
    if (media.format().kind() != Format.Kind.TEXT) {
      return List.of();
    }
    Source file = media.source();
    int reach = (int) Math.min(REACH, file.length());
    String edges =
        new String(file.bytes(0, reach), StandardCharsets.UTF_8)
            + "\n"
            + new String(file.bytes(file.length() - reach, reach), StandardCharsets.UTF_8);
    return edges
        .lines()
        .filter(line -> line.length() <= 200 && LabelTexts.hasBothElements(line))
        .findFirst()
        .map(line -> new Finding("explicit.words", Bearing.INFORMS, line.strip()))
        .stream()
        .toList();
  }
}
