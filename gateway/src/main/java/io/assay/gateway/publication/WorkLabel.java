package io.assay.gateway.publication;

import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.journal.ContentRecord;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.label.LabelledMedia;
import io.assay.gateway.label.MediaLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.TextLabel;
import io.assay.mark.TextSyntax;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The labels of a publication. Text is labelled where it stands on the page and again in the file
 * that is offered; a picture or a sound keeps the labels with which it was delivered.
 */
final class WorkLabel {
  private final LabelConfig config;
  private final MediaLabel media;

  WorkLabel(LabelConfig config, MediaLabel media) {
    this.config = config;
    this.media = media;
  }

  /** A draft with its labels. */
  record Marked(
      String text,
      byte[] file,
      String type,
      ContentRecord content,
      Optional<LabelledMedia> written,
      Optional<Delivered> kept) {}

  Marked mark(Draft draft) {
    return draft.text().isEmpty() ? kept(draft.origin().orElseThrow()) : text(draft);
  }

  private Marked text(Draft draft) {
    var produceId = draft.origin().map(Delivered::produceId).orElse(draft.exchange());
    var statement = config.texts().sentence();
    var explicit = ExplicitLabel.standard().withTexts(config.texts());
    var text =
        draft.text().contains(statement)
            ? draft.text()
            : TextLabel.of(explicit, TextSyntax.PLAIN).apply(draft.text());
    var file = media.markText(PublicationFile.html(draft), produceId);
    return new Marked(
        text, file.bytes(), "text/html", file.content(), Optional.of(file), Optional.empty());
  }

  private static Marked kept(Delivered origin) {
    return new Marked(
        "",
        origin.bytes(),
        Format.sniff(Source.of(origin.bytes()))
            .map(Format::mediaType)
            .orElse("application/octet-stream"),
        new ContentRecord(origin.produceId(), origin.aigc(), ""),
        Optional.empty(),
        Optional.of(origin));
  }

  /** The labels found again in what will be shown; throws when one is gone. */
  List<LabelRecord> found(Marked marked) {
    var labels = new ArrayList<LabelRecord>();
    marked.kept().ifPresent(it -> labels.addAll(media.kept(it.bytes(), it.aigc(), it.labels())));
    marked.written().ifPresent(it -> labels.addAll(media.found(it)));
    if (!marked.text().isEmpty()) {
      labels.add(statement(marked.text()));
    }
    return labels;
  }

  private LabelRecord statement(String text) {
    int at = text.indexOf(config.texts().sentence());
    if (at < 0) {
      throw new IllegalStateException("the statement is missing in the text of the page");
    }
    return new LabelRecord(
        "EXPLICIT",
        "text-statement",
        "page",
        "\"" + config.texts().sentence() + "\" at character " + at);
  }
}
