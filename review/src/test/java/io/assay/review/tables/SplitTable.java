package io.assay.review.tables;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Derives {@code splits.tsv}: each character in use that is written as two others side by side or
 * one above the other, and the ways to type the two.
 *
 * <p>Source: CJK Decomposition Data by Gavin Grover, rows such as {@code 好:a(女,子)}.
 */
final class SplitTable {

  private static final Pattern ROW = Pattern.compile("(.):[ad](?:/\\w)?\\((.),(.)\\)");

  /** Forms that stand only within characters, and what people type for them. */
  private static final Map<Character, String> TYPED =
      Map.ofEntries(
          Map.entry('氵', "水"),
          Map.entry('扌', "手"),
          Map.entry('艹', "草"),
          Map.entry('亻', "人"),
          Map.entry('钅', "金"),
          Map.entry('忄', "心"),
          Map.entry('讠', "言"),
          Map.entry('纟', "丝"),
          Map.entry('犭', "犬"),
          Map.entry('刂', "刀"),
          Map.entry('宀', "宝"),
          Map.entry('衤', "衣"),
          Map.entry('礻', "示"),
          Map.entry('饣', "食"),
          Map.entry('攵', "文"),
          Map.entry('冫', "冰"),
          Map.entry('灬', "火"),
          Map.entry('罒', "四"),
          Map.entry('覀', "西"),
          Map.entry('龶', "丰"),
          Map.entry('尃', "甫"));

  /** Radicals of the block of supplements, and the characters that look the same. */
  private static final Map<Character, Character> UNIFIED =
      Map.of('⺙', '攵', '⺮', '竹', '⺼', '月', '⺌', '小', '⺊', '卜', '⺍', '小', '⺈', '刀');

  private final CharsetEncoder simplified = Charset.forName("GB2312").newEncoder();
  private final CharsetEncoder traditional = Charset.forName("Big5").newEncoder();
  private final String source;

  SplitTable(Path source) throws IOException {
    this.source = Files.readString(source);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    source.lines().sorted().forEach(line -> row(line, text));
    return text.toString();
  }

  private void row(String line, StringBuilder text) {
    Matcher row = ROW.matcher(line.replace("module.exports = `", ""));
    if (!row.matches() || !inUse(row.group(1).charAt(0))) {
      return;
    }
    char first = unified(row.group(2).charAt(0));
    char second = unified(row.group(3).charAt(0));
    if (!typable(first) || !typable(second)) {
      return;
    }
    Set<String> ways = new LinkedHashSet<>();
    ways.add("" + first + second);
    ways.add(TYPED.getOrDefault(first, "" + first) + TYPED.getOrDefault(second, "" + second));
    text.append(row.group(1)).append('\t').append(String.join("\t", ways)).append('\n');
  }

  private static char unified(char part) {
    return UNIFIED.getOrDefault(part, part);
  }

  private static boolean typable(char part) {
    return part >= 0x4E00 && part <= 0x9FFF;
  }

  /** Whether a character is one of GB 2312 or Big5. */
  private boolean inUse(char character) {
    return typable(character)
        && (simplified.canEncode(character) || traditional.canEncode(character));
  }
}
