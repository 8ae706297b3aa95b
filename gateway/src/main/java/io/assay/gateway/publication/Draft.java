package io.assay.gateway.publication;

import static java.util.Objects.requireNonNull;

import io.assay.gateway.access.ApiKey;
import java.util.Optional;

/**
 * What somebody wants to publish.
 *
 * @param exchange the number of the call that asks for it
 * @param form what its author calls it
 * @param text its words without label; empty where it is a picture or a sound
 * @param origin what was delivered before and is published now; empty for new text
 */
public record Draft(
    String exchange,
    ApiKey author,
    String title,
    Form form,
    String text,
    Optional<Delivered> origin,
    Optional<NewsSource> news) {

  /** What an author calls a publication. */
  public enum Form {
    ARTICLE,
    NEWS,
    PICTURE,
    AUDIO,
    OTHER
  }

  public Draft {
    requireNonNull(exchange, "exchange");
    requireNonNull(author, "author");
    requireNonNull(title, "title");
    requireNonNull(form, "form");
    requireNonNull(text, "text");
    requireNonNull(origin, "origin");
    requireNonNull(news, "news");
  }
}
