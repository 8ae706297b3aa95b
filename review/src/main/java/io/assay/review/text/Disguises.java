package io.assay.review.text;

import io.assay.review.Layer;
import io.assay.review.Layers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The other ways in which a word may be written, for the layers that are worked out beforehand. */
final class Disguises {

  private static final int LONGEST = 8;
  private static final int EVERY_MIXTURE = 3;
  private static final int LATIN_REVERSIBLE = 5;
  private static final int PINYIN_ALONE = 4;

  private final String word;
  private final boolean han;
  private final Map<String, Layer> forms = new LinkedHashMap<>();

  private Disguises(String word) {
    this.word = word;
    this.han = word.length() >= 2 && word.chars().allMatch(Disguises::sounded);
  }

  /** The forms of a word under some layers, each with the layer that it takes. */
  static Map<String, Layer> of(String word, Layers layers) {
    Disguises disguises = new Disguises(word);
    if (layers.has(Layer.REVERSED)) {
      disguises.reverse();
    }
    if (disguises.han && word.length() <= LONGEST) {
      if (layers.has(Layer.PINYIN)) {
        disguises.spell();
      }
      if (layers.has(Layer.SPLIT)) {
        disguises.split();
      }
    }
    disguises.forms.remove(word);
    return disguises.forms;
  }

  private static boolean sounded(int c) {
    return !Sounds.shipped().pinyin((char) c).isEmpty();
  }

  private void reverse() {
    String backwards = new StringBuilder(word).reverse().toString();
    boolean latin = word.chars().anyMatch(c -> Boundary.letter((char) c));
    boolean number = word.chars().allMatch(c -> Boundary.digit((char) c));
    if (word.length() >= (latin ? LATIN_REVERSIBLE : 2) && !number) {
      forms.put(backwards, Layer.REVERSED);
    }
  }

  private void spell() {
    for (List<String> pieces : mixtures()) {
      StringBuilder form = new StringBuilder();
      boolean kept = false;
      boolean initial = false;
      String before = "";
      for (int i = 0; i < pieces.size(); i++) {
        String piece = pieces.get(i);
        boolean own = piece.charAt(0) == word.charAt(i);
        kept |= own;
        initial |= !own && piece.length() == 1 && pinyin(i).length() > 1;
        form.append(!own && latin(before) ? " " : "").append(piece);
        before = piece;
      }
      String letters = form.toString().replace(" ", "");
      if (kept || (!initial && letters.length() >= PINYIN_ALONE)) {
        forms.put(form.toString(), Layer.PINYIN);
        forms.putIfAbsent(fuzzy(form.toString()), Layer.PINYIN);
      }
    }
  }

  /** A spelling as those write it who do not tell retroflex or velar sounds from others. */
  private static String fuzzy(String form) {
    return form.replaceAll("([zcs])h", "$1").replaceAll("(?<=[aei])ng", "n");
  }

  /** For each character itself, its pinyin or its initial; of long words one kind at a time. */
  private List<List<String>> mixtures() {
    List<List<String>> all = new ArrayList<>();
    if (word.length() <= EVERY_MIXTURE) {
      mix(new ArrayList<>(), all);
      return all;
    }
    List<String> spelled = new ArrayList<>();
    for (int i = 0; i < word.length(); i++) {
      spelled.add(pinyin(i));
      for (String piece : List.of(pinyin(i), pinyin(i).substring(0, 1))) {
        List<String> one = own();
        one.set(i, piece);
        all.add(one);
      }
      List<String> front = own();
      List<String> back = own();
      for (int j = 0; j < word.length(); j++) {
        (j <= i ? front : back).set(j, pinyin(j));
      }
      all.add(front);
      all.add(back);
    }
    all.add(spelled);
    return all;
  }

  private void mix(List<String> pieces, List<List<String>> all) {
    if (pieces.size() == word.length()) {
      all.add(List.copyOf(pieces));
      return;
    }
    String pinyin = pinyin(pieces.size());
    String own = String.valueOf(word.charAt(pieces.size()));
    for (String piece : List.of(own, pinyin, pinyin.substring(0, 1))) {
      pieces.add(piece);
      mix(pieces, all);
      pieces.removeLast();
    }
  }

  private List<String> own() {
    List<String> pieces = new ArrayList<>();
    word.chars().forEach(c -> pieces.add(String.valueOf((char) c)));
    return pieces;
  }

  private void split() {
    StringBuilder every = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      List<String> ways = Splits.shipped().of(word.charAt(i));
      for (String way : ways) {
        forms.put(word.substring(0, i) + way + word.substring(i + 1), Layer.SPLIT);
      }
      every.append(ways.isEmpty() ? String.valueOf(word.charAt(i)) : ways.getFirst());
    }
    forms.put(every.toString(), Layer.SPLIT);
    for (int i = 0; i < word.length(); i++) {
      for (int j = i + 1; j < word.length(); j++) {
        splitTwo(i, j);
      }
    }
  }

  private void splitTwo(int first, int second) {
    for (String left : Splits.shipped().of(word.charAt(first))) {
      for (String right : Splits.shipped().of(word.charAt(second))) {
        String between = word.substring(first + 1, second);
        String form =
            word.substring(0, first) + left + between + right + word.substring(second + 1);
        forms.put(form, Layer.SPLIT);
      }
    }
  }

  private String pinyin(int index) {
    return Sounds.shipped().pinyin(word.charAt(index));
  }

  private static boolean latin(String piece) {
    return !piece.isEmpty() && Boundary.letter(piece.charAt(0));
  }
}
