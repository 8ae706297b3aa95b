package io.assay.review;

/** A failure of the review library that is neither a programming error nor an expected outcome. */
public final class ReviewException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ReviewException(String message) {
    super(message);
  }

  public ReviewException(String message, Throwable cause) {
    super(message, cause);
  }
}
