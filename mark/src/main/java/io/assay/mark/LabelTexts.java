package io.assay.mark;

import java.util.regex.Pattern;

/**
 * The words of explicit labels. Each holds the element that names artificial intelligence (AI or
 * 人工智能) and the element that names what it did (生成 or 合成), as GB 45438-2025 section 5 asks of every
 * text label.
 *
 * @param sentence for text, documents and start pictures
 * @param corner for pictures and video, where room is short
 */
public record LabelTexts(String sentence, String corner) {
  private static final Pattern AI = Pattern.compile("AI|人工智能");
  private static final Pattern GENERATED = Pattern.compile("生成|合成");

  public LabelTexts {
    requireElements(sentence);
    requireElements(corner);
  }

  /** 内容由AI生成 and AI生成. */
  public static LabelTexts standard() {
    return new LabelTexts("内容由AI生成", "AI生成");
  }

  /** Whether a text holds both elements. */
  public static boolean hasBothElements(String text) {
    return AI.matcher(text).find() && GENERATED.matcher(text).find();
  }

  private static void requireElements(String text) {
    if (!hasBothElements(text)) {
      throw new IllegalArgumentException(
          "the label \"" + text + "\" needs AI or 人工智能, and 生成 or 合成 (GB 45438 section 5)");
    }
    if (text.codePoints().anyMatch(c -> c < ' ' || Character.getType(c) == Character.FORMAT)) {
      throw new IllegalArgumentException(
          "the label \"" + text + "\" must be one line of visible characters");
    }
  }
}
