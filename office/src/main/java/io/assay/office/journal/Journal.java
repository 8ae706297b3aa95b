package io.assay.office.journal;

/**
 * Where acts of the office are recorded before they take effect. Thread-safe. When {@link #write}
 * returns, the act is durable; when it throws, the act must not happen, so it is written inside the
 * transaction that does it.
 */
public interface Journal {
  void write(Act act);
}
