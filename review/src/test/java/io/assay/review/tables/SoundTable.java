package io.assay.review.tables;

import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.TreeMap;

/** Derives {@code sounds.tsv}: each syllable, without its tone, and the characters read so. */
final class SoundTable {

  String text() {
    Transliterator latin = Transliterator.getInstance("Han-Latin");
    Transliterator ascii = Transliterator.getInstance("Latin-ASCII");
    Map<String, StringBuilder> bySyllable = new TreeMap<>();
    for (char c = 0x4E00; c <= 0x9FA5; c++) {
      String toned = latin.transliterate(String.valueOf(c)).strip();
      String plain = ascii.transliterate(toned.replaceAll("[üǖǘǚǜ]", "v"));
      if (plain.matches("[a-z]+")) {
        bySyllable.computeIfAbsent(plain, syllable -> new StringBuilder()).append(c);
      }
    }
    StringBuilder text = new StringBuilder();
    bySyllable.forEach(
        (syllable, characters) ->
            text.append(syllable).append('\t').append(characters).append('\n'));
    return text.toString();
  }
}
