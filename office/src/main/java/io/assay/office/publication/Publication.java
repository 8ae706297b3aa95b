package io.assay.office.publication;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A publication without its file.
 *
 * @param exchange the call that published it
 * @param text the words with their label; empty where there is a picture or a sound
 * @param type the media type of the file
 * @param fingerprint SimHash of title and words; empty where there are no words
 * @param produceId the content number in its labels
 * @param origin the exchange that delivered the content before; null for new text
 * @param newsUnit the source unit of a reprint; null where it is none
 * @param why why it stands as it does
 * @param correction what stands above it; empty where nothing had to be corrected
 */
public record Publication(
    String id,
    String exchange,
    String tenant,
    String subject,
    String title,
    String form,
    String media,
    String text,
    String type,
    String fileSha256,
    String fingerprint,
    String produceId,
    String aigc,
    String statement,
    int labels,
    @Nullable String origin,
    @Nullable String newsUnit,
    @Nullable String newsTitle,
    @Nullable String newsUrl,
    @Nullable LocalDate newsPublishedOn,
    PublicationState state,
    String why,
    String correction,
    Instant enteredAt,
    @Nullable Instant publishedAt,
    Instant changedAt) {
  /** What the identifier is appended to. */
  public static final String PATH = "/p/";

  public String path() {
    return PATH + id;
  }

  public boolean picture() {
    return media.equals("image");
  }

  public boolean sound() {
    return media.equals("audio");
  }

  /** The words without the label, by line. */
  public java.util.List<String> paragraphs() {
    return text.lines().filter(line -> !line.isBlank() && !line.equals(statement)).toList();
  }

  /** The start of the words, for lists. */
  public String beginning() {
    String words = text.replace(statement, "").strip();
    return words.length() <= 120 ? words : words.substring(0, 120) + "…";
  }
}
