package io.assay.review.onnx;

/** Turns a text into the token ids that a model was trained on. Safe for use by many threads. */
public interface Tokenizer {

  /** The ids of a text without the marks of its beginning and end. */
  int[] tokens(String text);

  /** The id of the mark that stands before a text. */
  int beginning();

  /** The id of the mark that stands after a text. */
  int end();
}
