package io.assay.office.notice;

import java.util.List;

/**
 * Something to tell. It holds no personal data, no content and no secret.
 *
 * @param key what makes it this notice: the same key is sent once
 * @param kind dotted name, the feature first; {@code notice.KIND.subject} and {@code
 *     notice.KIND.text} are its messages, in which the values of the facts fill the gaps in order
 * @param about identifier of what it speaks of
 * @param path the page to open, under the public address
 * @param urgent whether it leaves during quiet hours
 */
public record Notice(
    String key,
    String kind,
    String about,
    String path,
    Recipient to,
    List<Fact> facts,
    boolean urgent) {
  public Notice {
    facts = List.copyOf(facts);
    if (!kind.matches("[a-z]+(\\.[a-z-]+)+") || key.isBlank() || !path.startsWith("/")) {
      throw new IllegalArgumentException(
          "notice '" + key + "' of kind '" + kind + "' about '" + path + "'");
    }
  }

  /** A named value. */
  public record Fact(String name, String value) {}
}
