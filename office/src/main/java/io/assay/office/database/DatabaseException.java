package io.assay.office.database;

/** The database cannot be started, reached or trusted; the message says why and what mends it. */
public final class DatabaseException extends RuntimeException {
  public DatabaseException(String message) {
    super(message);
  }

  public DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
