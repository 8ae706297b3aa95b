package io.assay.office.notice;

import java.util.Locale;
import java.util.Optional;

/**
 * Keeps the addresses of persons, so that the outbox holds none. A bean of this type is asked when
 * the mail leaves; whom it no longer knows gets none.
 */
public interface AddressBook {

  /** The name by which {@link Recipient.Person} refers to it. */
  String name();

  Optional<Address> find(String reference);

  /** Where and in which language. */
  record Address(String mail, Locale language) {}
}
