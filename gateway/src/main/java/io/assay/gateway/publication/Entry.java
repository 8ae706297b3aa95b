package io.assay.gateway.publication;

import static java.util.Objects.requireNonNull;

/**
 * A publication as its author sees it.
 *
 * @param state stable lower-case word: {@code held}, {@code published}, {@code contained} …
 * @param url the public page
 * @param why why it is not public; empty while it is
 */
public record Entry(String id, String state, String url, String title, String why) {
  public Entry {
    requireNonNull(id, "id");
    requireNonNull(state, "state");
    requireNonNull(url, "url");
    requireNonNull(title, "title");
    requireNonNull(why, "why");
  }
}
