package io.assay.office.publication;

import java.util.Optional;

/**
 * Which publications a list shows; an empty part restricts nothing.
 *
 * @param number of the publication, of an exchange or in the labels
 */
public record PublicationFilter(Optional<PublicationState> state, String subject, String number) {
  public static PublicationFilter everything() {
    return new PublicationFilter(Optional.empty(), "", "");
  }
}
