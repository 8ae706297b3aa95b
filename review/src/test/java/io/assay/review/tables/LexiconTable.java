package io.assay.review.tables;

import io.assay.review.text.Lexicon;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Derives {@code lexicon.bin}: common Chinese words of two to four characters. */
final class LexiconTable {

  private static final int COMMON_PAIR = 3;
  private static final int COMMON = 10;

  byte[] bytes() {
    return Lexicon.encode(words());
  }

  private static List<String> words() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    com.huaban.analysis.jieba.JiebaSegmenter.class.getResourceAsStream(
                        "/dict.txt")),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .map(line -> line.split(" "))
          .filter(
              cells ->
                  cells.length == 3
                      && Integer.parseInt(cells[1])
                          >= (cells[0].length() == 2 ? COMMON_PAIR : COMMON))
          .map(cells -> cells[0])
          .filter(word -> word.length() >= 2 && word.length() <= 4)
          .filter(word -> word.chars().allMatch(c -> c >= 0x4E00 && c <= 0x9FFF))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
