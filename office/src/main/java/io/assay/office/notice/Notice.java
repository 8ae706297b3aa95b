package io.assay.office.notice;

import java.util.List;

/**
 * Something to tell. It holds no personal data, no content and no secret.
 *
 * @param key what makes it this notice: the same key is sent once
 * @param kind {@code notice.CODE.subject} and {@code notice.CODE.text} are its messages in mail, in
 *     which the values of the facts fill the gaps in order
 * @param about identifier of what it speaks of
 * @param tenant whom it concerns, and whose programs are told; empty for the operator alone
 * @param path the page to open, under the public address
 * @param urgent whether it leaves during quiet hours
 */
public record Notice(
    String key,
    Kind kind,
    String about,
    String tenant,
    String path,
    Recipient to,
    List<Fact> facts,
    boolean urgent) {
  public Notice {
    facts = List.copyOf(facts);
    if (key.isBlank() || !path.startsWith("/")) {
      throw new IllegalArgumentException(
          "notice '" + key + "' of kind " + kind + " about '" + path + "'");
    }
  }

  /** A named value. */
  public record Fact(String name, String value) {}
}
