package io.assay.ledger.vault;

import java.util.Arrays;

/**
 * A payload read from the vault and the salt that opens its commitment.
 *
 * @param salt 32 bytes
 */
public record Opened(byte[] payload, byte[] salt) {

  public Opened {
    payload = payload.clone();
    salt = salt.clone();
  }

  public Commitment commitment() {
    return Commitment.of(salt, payload);
  }

  @Override
  public byte[] payload() {
    return payload.clone();
  }

  @Override
  public byte[] salt() {
    return salt.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Opened that
        && Arrays.equals(payload, that.payload)
        && Arrays.equals(salt, that.salt);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(salt);
  }

  /** The commitment, for payloads do not belong into logs. */
  @Override
  public String toString() {
    return "Opened[" + commitment() + "]";
  }
}
