package io.assay.bench.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;

/**
 * Generated text and patterns, the same in every run.
 *
 * <p>The text is made of dictionary words drawn by their frequency, with English words, numbers and
 * punctuation; one pattern is planted in every thousand characters. The patterns are phrases of two
 * to three dictionary words, character names, invented Latin words and numbers.
 */
final class Corpus {

  private static final String[] ENGLISH =
      ("the of and to in is that for it with as was on be at by this have from or had not are but "
              + "what all were when we there can an your which their said if do will each about how "
              + "up out them then she many some so these would other into has more her two like him "
              + "see time could no make than first been its who now people my made over did down only "
              + "way find use may water long little very after words called just where most know "
              + "service model content report system data review answer question example language")
          .split(" ");

  private final Random random = new Random(20260101);
  private final List<String> words = new ArrayList<>();
  private final double[] cumulative;

  Corpus() {
    List<Double> weights = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    com.huaban.analysis.jieba.JiebaSegmenter.class.getResourceAsStream(
                        "/dict.txt")),
                StandardCharsets.UTF_8))) {
      in.lines()
          .map(line -> line.split(" "))
          .filter(
              cells ->
                  cells.length == 3 && cells[0].chars().allMatch(c -> c >= 0x4E00 && c < 0xA000))
          .filter(cells -> cells[0].length() <= 4)
          .forEach(
              cells -> {
                words.add(cells[0]);
                weights.add(Double.parseDouble(cells[1]));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cumulative = new double[words.size()];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) {
      sum += weights.get(i);
      cumulative[i] = sum;
    }
  }

  List<String> patterns(int count) {
    TreeSet<String> patterns = new TreeSet<>();
    while (patterns.size() < count) {
      patterns.add(pattern());
    }
    List<String> shuffled = new ArrayList<>(patterns);
    java.util.Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** Documents of a length, one pattern planted in every thousand characters. */
  String[] documents(int count, int length, List<String> patterns) {
    String[] documents = new String[count];
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder(length + 100);
      int where = random.nextInt(900);
      while (text.length() < length) {
        sentence(text);
        if (text.length() >= where) {
          text.append('，').append(patterns.get(random.nextInt(patterns.size()))).append('，');
          where += 1000;
        }
      }
      documents[i] = text.substring(0, length);
    }
    return documents;
  }

  private void sentence(StringBuilder text) {
    int length = 3 + random.nextInt(10);
    boolean english = random.nextInt(8) == 0;
    for (int i = 0; i < length; i++) {
      if (english) {
        text.append(ENGLISH[random.nextInt(ENGLISH.length)]).append(' ');
      } else if (random.nextInt(40) == 0) {
        text.append(random.nextInt(2100));
      } else {
        text.append(word());
      }
    }
    text.append("，，，。。！？；\n".charAt(random.nextInt(9)));
  }

  private String pattern() {
    int kind = random.nextInt(20);
    if (kind < 13) {
      String phrase = rareWord() + rareWord();
      return phrase.length() < 4 ? phrase + rareWord() : phrase;
    } else if (kind < 15) {
      return rareWord() + rareWord().charAt(0);
    } else if (kind < 18) {
      StringBuilder latin = new StringBuilder();
      for (int i = 4 + random.nextInt(6); i > 0; i--) {
        latin.append("bcdfghjklmnprstvwz".charAt(random.nextInt(18)));
        latin.append("aeiou".charAt(random.nextInt(5)));
      }
      return latin.toString();
    }
    return Long.toString(100_000 + random.nextInt(2_000_000_000));
  }

  private String word() {
    double at = random.nextDouble() * cumulative[cumulative.length - 1];
    int found = java.util.Arrays.binarySearch(cumulative, at);
    return words.get(found >= 0 ? found : -found - 1);
  }

  private String rareWord() {
    return words.get(random.nextInt(words.size()));
  }
}
