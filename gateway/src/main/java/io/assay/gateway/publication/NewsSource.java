package io.assay.gateway.publication;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What a reprint of news says it reprints (Art. 6).
 *
 * @param unit the source unit, by its name in the register
 * @param publishedOn the day on which the unit published the original
 * @param text the original, whole
 */
public record NewsSource(
    String unit, String title, String url, LocalDate publishedOn, String text) {
  public NewsSource {
    requireNonNull(unit, "unit");
    requireNonNull(title, "title");
    requireNonNull(url, "url");
    requireNonNull(publishedOn, "publishedOn");
    requireNonNull(text, "text");
  }
}
