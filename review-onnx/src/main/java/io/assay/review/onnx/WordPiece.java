package io.assay.review.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tokens of BERT models: words cut into the longest pieces of a vocabulary, Han characters each
 * on their own, everything in lower case without accents.
 *
 * <p>Source: Devlin et al., BERT: Pre-training of Deep Bidirectional Transformers, 2019; Wu et al.,
 * Google's Neural Machine Translation System, 2016.
 */
public final class WordPiece implements Tokenizer {

  private static final int LONGEST_WORD = 200;
  private static final String UNKNOWN = "[UNK]";
  private static final String BEGINNING = "[CLS]";
  private static final String END = "[SEP]";

  private final Map<String, Integer> vocabulary;

  private WordPiece(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Reads a {@code vocab.txt}: one piece a line, numbered from 0. */
  public static WordPiece read(Path file) {
    try {
      return of(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tokenizer of these pieces, numbered from 0. */
  public static WordPiece of(List<String> pieces) {
    Map<String, Integer> vocabulary = new HashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      vocabulary.put(pieces.get(i), i);
    }
    for (String mark : List.of(UNKNOWN, BEGINNING, END)) {
      if (!vocabulary.containsKey(mark)) {
        throw new IllegalArgumentException(
            "the vocabulary lacks "
                + mark
                + "; give the vocab.txt of a BERT model, or read a tokenizer.json of another kind"
                + " by TokenizerFile");
      }
    }
    return new WordPiece(vocabulary);
  }

  @Override
  public int[] tokens(String text) {
    IntList ids = new IntList();
    StringBuilder word = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
        .forEach(
            point -> {
              if (Character.isWhitespace(point) || Character.isISOControl(point)) {
                flush(word, ids);
              } else if (standsAlone(point)) {
                flush(word, ids);
                ids.add(id(Character.toString(point)));
              } else {
                word.appendCodePoint(point);
              }
            });
    flush(word, ids);
    return ids.toArray();
  }

  @Override
  public int beginning() {
    return id(BEGINNING);
  }

  @Override
  public int end() {
    return id(END);
  }

  private void flush(StringBuilder word, IntList ids) {
    if (word.isEmpty()) {
      return;
    }
    String whole = word.toString();
    word.setLength(0);
    IntList pieces = new IntList();
    int from = whole.length() > LONGEST_WORD ? whole.length() + 1 : 0;
    while (from < whole.length()) {
      int to = whole.length();
      while (to > from && !vocabulary.containsKey(piece(whole, from, to))) {
        to--;
      }
      if (to == from) {
        from = whole.length() + 1;
      } else {
        pieces.add(id(piece(whole, from, to)));
        from = to;
      }
    }
    if (from > whole.length()) {
      ids.add(id(UNKNOWN));
    } else {
      ids.addAll(pieces);
    }
  }

  private static String piece(String word, int from, int to) {
    return (from == 0 ? "" : "##") + word.substring(from, to);
  }

  private int id(String piece) {
    Integer id = vocabulary.get(piece);
    return id != null ? id : vocabulary.getOrDefault(UNKNOWN, 0);
  }

  private static boolean standsAlone(int point) {
    return Character.isIdeographic(point)
        || (!Character.isLetterOrDigit(point) && !Character.isWhitespace(point));
  }

  /** A growing list of numbers. */
  private static final class IntList {
    private int[] numbers = new int[64];
    private int size;

    void add(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      numbers[size++] = number;
    }

    void addAll(IntList other) {
      for (int i = 0; i < other.size; i++) {
        add(other.numbers[i]);
      }
    }

    int[] toArray() {
      return Arrays.copyOf(numbers, size);
    }
  }
}
