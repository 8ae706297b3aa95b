package io.assay.gateway.publication;

import static java.util.Objects.requireNonNull;

import io.assay.gateway.journal.LabelRecord;
import java.util.List;

/**
 * A draft with its labels, as it will be shown.
 *
 * @param text the words with their label; empty where there is a picture or a sound
 * @param file what the page offers for download, labelled
 * @param type the media type of the file
 * @param produceId the content number in the labels
 * @param aigc the implicit label
 * @param statement the words of the explicit label
 * @param labels what was found again in text and file
 */
public record LabelledWork(
    Draft draft,
    String text,
    byte[] file,
    String type,
    String produceId,
    String aigc,
    String statement,
    List<LabelRecord> labels) {
  public LabelledWork {
    requireNonNull(draft, "draft");
    requireNonNull(text, "text");
    requireNonNull(file, "file");
    requireNonNull(type, "type");
    requireNonNull(produceId, "produceId");
    requireNonNull(aigc, "aigc");
    requireNonNull(statement, "statement");
    labels = List.copyOf(labels);
  }
}
