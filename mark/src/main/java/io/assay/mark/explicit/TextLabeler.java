package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.ExplicitLabel.Position;
import io.assay.mark.Media;
import io.assay.mark.TextLabel;
import io.assay.mark.TextSyntax;
import io.assay.mark.container.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Labels a text file in its own syntax; an HTML page also shows a mark in its corner. */
final class TextLabeler implements Labeler {
  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    TextSyntax syntax = label.syntax().orElseGet(() -> syntax(media));
    String text = new String(media.source().bytes(), StandardCharsets.UTF_8);
    TextLabel written = TextLabel.of(label, syntax);
    String labelled = written.apply(text);
    List<AppliedLabel> applied = new ArrayList<>();
    String words = label.texts().sentence();
    int behind = 0;
    for (Position position : List.of(Position.START, Position.MIDDLE)) {
      if (label.positions().contains(position)) {
        int at = labelled.indexOf(words, behind);
        applied.add(new AppliedLabel.Words(words, position, at));
        behind = at + words.length();
      }
    }
    if (label.positions().contains(Position.END) && syntax != TextSyntax.JSON) {
      applied.add(new AppliedLabel.Words(words, Position.END, labelled.lastIndexOf(words)));
    }
    if (syntax == TextSyntax.HTML) {
      HtmlCorner corner = HtmlCorner.add(labelled, label.texts().corner());
      labelled = corner.page();
      corner
          .at()
          .ifPresent(
              at -> applied.add(new AppliedLabel.Words(label.texts().corner(), Position.END, at)));
    }
    Source source = Source.of(labelled.getBytes(StandardCharsets.UTF_8));
    return new Labeled(new Media(source, media.format()), applied);
  }

  private static TextSyntax syntax(Media media) {
    return switch (media.format()) {
      case MARKDOWN -> TextSyntax.MARKDOWN;
      case HTML -> TextSyntax.HTML;
      default -> TextSyntax.PLAIN;
    };
  }
}
