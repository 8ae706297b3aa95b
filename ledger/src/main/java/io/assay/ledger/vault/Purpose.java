package io.assay.ledger.vault;

/** What a payload is opened for. */
public enum Purpose {
  /** The service's own work; refused once the subject's data is restricted. */
  SERVICE,
  /** An order of an authority or the subject's own request, which a restriction does not stop. */
  LAW
}
