package io.assay.office.notice;

import io.assay.office.staff.Right;

/**
 * To whom a notice goes. Webhooks of the operator get every notice whatever its recipient is, those
 * of a tenant whatever concerns that tenant.
 */
public sealed interface Recipient {

  /** The members who hold a right, at the addresses that the configuration gives their roles. */
  record Holders(Right right) implements Recipient {}

  /** One person outside, whose address an {@link AddressBook} keeps. */
  record Person(String book, String reference) implements Recipient {}

  /** Programs only. */
  record Programs() implements Recipient {}

  static Recipient holders(Right right) {
    return new Holders(right);
  }
}
