package io.assay.review.tables;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Derives {@code fold.tsv}: what each character is read as, and which layers that reading takes.
 *
 * <p>A line holds the layers' letters (C case and width, V variant, M combining, H homoglyph, E
 * enclosed, D digit), the reading, and every character that is read so.
 */
final class FoldTable {

  private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ\0ʏᴢ";
  private static final Map<String, String> LOOKS_LIKE =
      Map.ofEntries(
          Map.entry("ІΙӀ", "i"),
          Map.entry("іιı", "i"),
          Map.entry("ӏ", "l"),
          Map.entry("МΜ", "m"),
          Map.entry("м", "m"),
          Map.entry("ΒВ", "b"),
          Map.entry("НΗ", "h"),
          Map.entry("Тт", "t"),
          Map.entry("Τ", "t"),
          Map.entry("КкΚκ", "k"),
          Map.entry("ΑАаα", "a"),
          Map.entry("ЕеΕ", "e"),
          Map.entry("ОоΟο", "o"),
          Map.entry("РрΡρ", "p"),
          Map.entry("СсϲϹ", "c"),
          Map.entry("ХхΧχ", "x"),
          Map.entry("Уу", "y"),
          Map.entry("Ν", "n"),
          Map.entry("ν", "v"),
          Map.entry("Ζ", "z"),
          Map.entry("ɡ", "g"),
          Map.entry("ԁ", "d"),
          Map.entry("Јј", "j"),
          Map.entry("ԛ", "q"),
          Map.entry("ѡԝԜ", "w"),
          Map.entry("һ", "h"),
          Map.entry("ո", "n"),
          Map.entry("ս", "u"),
          Map.entry("օ", "o"),
          Map.entry("υ", "u"),
          Map.entry("Ѕѕ", "s"),
          Map.entry("Υ", "y"),
          Map.entry("ω", "w"),
          Map.entry("ε", "e"),
          Map.entry("є", "e"),
          Map.entry("ʜ", "h"),
          Map.entry("ɑ", "a"),
          Map.entry("ɩ", "i"),
          Map.entry("ʋ", "v"));
  private static final Set<Integer> ALPHABETS =
      Set.of(
          UScript.LATIN,
          UScript.GREEK,
          UScript.CYRILLIC,
          UScript.ARMENIAN,
          UScript.CHEROKEE,
          UScript.COPTIC,
          UScript.LISU,
          UScript.DESERET);
  private static final String CHINESE_DIGITS = "零一二三四五六七八九";
  private static final String FORMAL_DIGITS = "〇壹贰叁肆伍陆柒捌玖";
  private static final String OLD_DIGITS = "\0幺弍弎\0\0\0\0\0\0";

  private final Transliterator simplify = Transliterator.getInstance("Hant-Hans");
  private final SpoofChecker spoof = new SpoofChecker.Builder().build();
  private final Map<Integer, Integer> variants = new HashMap<>();
  private final Map<Integer, String> lookalikes = new HashMap<>();
  private final TreeSet<Character> layers = new TreeSet<>();

  FoldTable() {
    openccCharacters("/data/dictionary/TSCharacters.txt", false);
    openccCharacters("/data/dictionary/TWVariants.txt", true);
    LOOKS_LIKE.forEach(
        (from, to) -> {
          if (!to.equals("\0")) {
            from.codePoints().forEach(c -> lookalikes.put(c, to));
          }
        });
    for (int i = 0; i < 26; i++) {
      lookalikes.put((int) SMALL_CAPITALS.charAt(i), String.valueOf((char) ('a' + i)));
    }
  }

  String text() {
    Map<String, StringBuilder> lines = new TreeMap<>();
    for (int c = 0; c <= 0x2FA1F; c++) {
      if (!Character.isDefined(c) || (c >= 0xD800 && c < 0xF900) || c == 0) {
        continue;
      }
      layers.clear();
      String from = Character.toString(c);
      String to = fold(c);
      if (!to.equals(from) && !to.isEmpty()) {
        StringBuilder key = new StringBuilder();
        layers.forEach(key::append);
        lines.computeIfAbsent(key + "\t" + to, k -> new StringBuilder()).append(from);
      }
    }
    StringBuilder text = new StringBuilder();
    lines.forEach((key, from) -> text.append(key).append('\t').append(from).append('\n'));
    return text.toString();
  }

  private String fold(int c) {
    String enclosed = enclosedLetter(c);
    if (!enclosed.isEmpty()) {
      layers.add('E');
      return enclosed;
    }
    if (c >= 0x2776 && c <= 0x2793) {
      layers.add('D');
      return Integer.toString((c - 0x2776) % 10 + 1);
    }
    if (c == 0x24FF) {
      layers.add('D');
      return "0";
    }
    if (lookalikes.containsKey(c)) {
      return foldOne(c);
    }
    String to = compatible(c);
    StringBuilder out = new StringBuilder();
    to.codePoints().forEach(each -> out.append(foldOne(each)));
    return out.toString();
  }

  private String compatible(int c) {
    String from = Character.toString(c);
    String to = Normalizer.normalize(from, Normalizer.Form.NFKC);
    if (to.equals(from)) {
      return from;
    }
    to = to.replaceAll("[()〔〕\\s]", "").replace("⁄", "/");
    boolean digits = to.chars().allMatch(d -> d >= '0' && d <= '9');
    boolean fullWidth = c >= 0xFF00 && c < 0xFFF0;
    boolean han = to.codePoints().allMatch(d -> UScript.getScript(d) == UScript.HAN);
    boolean boxed = (c >= 0x2460 && c < 0x2500) || (c >= 0x3200 && c < 0x3400) || c >= 0x1D400;
    if (fullWidth) {
      layers.add('C');
    } else if (digits && boxed) {
      layers.add('D');
    } else if (boxed && c < 0x2F800) {
      layers.add('E');
    } else if (han) {
      layers.add('H');
    } else if (!to.equals(from)) {
      layers.add('C');
    }
    return to;
  }

  private String foldOne(int c) {
    if (c < 0x80) {
      return lower(c);
    }
    int digit = Character.digit(c, 10);
    if (digit >= 0) {
      layers.add('D');
      return Integer.toString(digit);
    }
    String alike = lookalikes.getOrDefault(c, "");
    if (!alike.isEmpty()) {
      layers.add('H');
      return alike;
    }
    int script = UScript.getScript(c);
    if (script == UScript.HAN) {
      return han(c);
    }
    if (script == UScript.HANGUL || script == UScript.HIRAGANA || script == UScript.KATAKANA) {
      return Character.toString(c);
    }
    if (!Character.isLetter(c)) {
      return Character.toString(c);
    }
    String bare =
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    if (!bare.equals(Character.toString(c)) && !bare.isEmpty()) {
      layers.add('M');
      StringBuilder out = new StringBuilder();
      bare.codePoints().forEach(each -> out.append(foldOne(each)));
      return out.toString();
    }
    return lookalike(c);
  }

  private String lookalike(int c) {
    if (!ALPHABETS.contains(UScript.getScript(c))) {
      return lower(c);
    }
    String skeleton = spoof.getSkeleton(Character.toString(c)).replaceAll("\\p{M}+", "");
    if (skeleton.equals("rn")) {
      skeleton = "m";
    }
    if (skeleton.equals("l") && Character.isUpperCase(c)) {
      skeleton = "i";
    }
    if (!skeleton.isEmpty()
        && skeleton.length() <= 2
        && skeleton.chars().allMatch(s -> s < 0x80 && Character.isLetterOrDigit(s))) {
      layers.add('H');
      return skeleton.toLowerCase(Locale.ROOT);
    }
    return lower(c);
  }

  private String lower(int c) {
    String low = Character.toString(Character.toLowerCase(c));
    if (!low.equals(Character.toString(c))) {
      layers.add('C');
    }
    return low;
  }

  private String han(int c) {
    int now = c;
    for (int i = 0; i < 3; i++) {
      int next = variants.getOrDefault(now, now);
      String icu = simplify.transliterate(Character.toString(next));
      if (icu.codePointCount(0, icu.length()) == 1) {
        next = icu.codePointAt(0);
      }
      if (next == now || next > 0xFFFF) {
        break;
      }
      layers.add('V');
      now = next;
    }
    String here = new String(Character.toChars(now));
    for (String digits : new String[] {CHINESE_DIGITS, FORMAL_DIGITS, OLD_DIGITS}) {
      int digit = digits.indexOf(here);
      if (digit >= 0) {
        layers.add('D');
        return Integer.toString(digit);
      }
    }
    return here;
  }

  private static String enclosedLetter(int c) {
    for (int start : new int[] {0x1F110, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6}) {
      if (c >= start && c < start + 26) {
        return String.valueOf((char) ('a' + c - start));
      }
    }
    return "";
  }

  private void openccCharacters(String path, boolean backwards) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    com.github.houbb.opencc4j.util.ZhConverterUtil.class.getResourceAsStream(path)),
                StandardCharsets.UTF_8))) {
      in.lines()
          .map(line -> line.split("[\t ]"))
          .filter(cells -> cells.length >= 2)
          .forEach(
              cells -> {
                int from = cells[backwards ? 1 : 0].codePointAt(0);
                int to = cells[backwards ? 0 : 1].codePointAt(0);
                if (from != to && to <= 0xFFFF) {
                  variants.putIfAbsent(from, to);
                }
              });
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
