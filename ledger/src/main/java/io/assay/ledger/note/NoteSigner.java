package io.assay.ledger.note;

/**
 * Signs note texts under one key: the log's own, a witness's, or one in a key service. A signer of
 * an algorithm that others do not know is harmless to them, for unknown keys are ignored.
 *
 * <p>Implementations are thread-safe.
 */
public interface NoteSigner {

  NoteSignature sign(String text);
}
