package io.assay.review.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.assay.review.ReviewException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * The tokenizer of a {@code tokenizer.json}: byte-pair encoding, Unigram, WordPiece or words, with
 * the file's own normalisation. It runs native code. Safe for use by many threads.
 *
 * <p>Source: Sennrich et al., Neural Machine Translation of Rare Words with Subword Units, 2016;
 * Kudo, Subword Regularization, 2018.
 */
public final class TokenizerFile implements Tokenizer, AutoCloseable {

  private static final Map<String, String> WHOLE_AND_BARE =
      Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false");

  private final HuggingFaceTokenizer tokenizer;
  private final int beginning;
  private final int end;

  private TokenizerFile(HuggingFaceTokenizer tokenizer, int beginning, int end) {
    this.tokenizer = tokenizer;
    this.beginning = beginning;
    this.end = end;
  }

  /**
   * Reads a {@code tokenizer.json}.
   *
   * @throws ReviewException if the file is none, or sets other than one mark before a text and one
   *     after it
   */
  public static TokenizerFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ReviewException("no file '" + file + "'; give the tokenizer.json of the model");
    }
    try {
      HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(file, WHOLE_AND_BARE);
      long[] marks = tokenizer.encode("", true, false).getIds();
      if (marks.length != 2) {
        tokenizer.close();
        throw new ReviewException(
            "'%s' sets the marks %s around a text, not one before and one after; give your own"
                .formatted(file, Arrays.toString(marks)));
      }
      return new TokenizerFile(tokenizer, (int) marks[0], (int) marks[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReviewException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ReviewException("'" + file + "' is no tokenizer.json: " + e.getMessage(), e);
    }
  }

  @Override
  public int[] tokens(String text) {
    return Arrays.stream(tokenizer.encode(text, false, false).getIds())
        .mapToInt(Math::toIntExact)
        .toArray();
  }

  @Override
  public int beginning() {
    return beginning;
  }

  @Override
  public int end() {
    return end;
  }

  /** Frees the memory of the tokenizer, which is not the Java heap's. */
  @Override
  public void close() {
    tokenizer.close();
  }
}
