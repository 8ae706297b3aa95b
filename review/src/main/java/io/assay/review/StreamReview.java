package io.assay.review;

/**
 * The review of one piece of content that arrives as one or more named streams of text, such as the
 * choices, the reasoning and the tool-call arguments of one answer.
 *
 * <p>A character is released once no finding can still cover it. The verdict, the spans and, after
 * the same text, the released prefix are the same however the text is cut into chunks. After a hold
 * or a block nothing more is released, on any stream. Not safe for use by more than one thread.
 */
public interface StreamReview {

  /** Takes the next chunk of a stream and gives the text of that stream that may now leave. */
  String append(String stream, String delta);

  /** Ends one stream and gives the rest of its text that may leave. */
  String finish(String stream);

  /**
   * Ends every stream of the review and gives the rest of the text that may leave.
   *
   * @throws IllegalStateException if more than one stream is still open; end each by its name
   */
  String finish();

  /** Whether something was found for which nothing more may leave. */
  boolean blocked();

  /** The verdict on what has arrived; final once every stream has ended. */
  Verdict verdict();

  /** The UTF-16 characters that were reviewed, over all streams. */
  long charactersReviewed();
}
