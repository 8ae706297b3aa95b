package io.assay.office.publication;

import io.assay.office.Cursor;
import java.util.List;
import java.util.Optional;

/**
 * A page of publications, the latest first.
 *
 * @param next where the following page begins; empty on the last
 */
public record PublicationPage(List<Publication> publications, Optional<Cursor> next) {
  public PublicationPage {
    publications = List.copyOf(publications);
  }
}
