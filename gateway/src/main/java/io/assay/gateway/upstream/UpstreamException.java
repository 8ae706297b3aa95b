package io.assay.gateway.upstream;

/** The upstream could not be reached, broke off, or sent what cannot be understood. */
public final class UpstreamException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UpstreamException(String message) {
    super(message);
  }

  public UpstreamException(String message, Throwable cause) {
    super(message, cause);
  }
}
