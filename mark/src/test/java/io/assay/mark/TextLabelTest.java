package io.assay.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.ExplicitLabel.Position;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLabelTest {
  private static final ExplicitLabel BOTH =
      ExplicitLabel.standard().at(Position.START, Position.END);

  private static TextLabel label(TextSyntax syntax) {
    return TextLabel.of(BOTH, syntax);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          PLAIN      | hello                            | 内容由AI生成##hello##内容由AI生成
          MARKDOWN   | # Title                          | > 内容由AI生成### Title##> 内容由AI生成
          MARKDOWN   | ---#a: 1#---#Text                | ---#a: 1#---#> 内容由AI生成##Text##> 内容由AI生成
          MARKDOWN   | ~~~java#int a;                   | > 内容由AI生成##~~~java#int a;#~~~##> 内容由AI生成
          HASH_CODE  | #!/bin/sh#ls                     | #!/bin/sh## 内容由AI生成#ls## 内容由AI生成
          SLASH_CODE | int a;                           | // 内容由AI生成#int a;#// 内容由AI生成
          XML        | <?xml version="1.0"?><a/>        | <?xml version="1.0"?>#<!-- 内容由AI生成 -->#<a/>#<!-- 内容由AI生成 -->
          JSON       | {"a":1}                          | {"aigc_label":"内容由AI生成","a":1}
          JSON       | { }                              | {"aigc_label":"内容由AI生成" }
          """)
  void standsWhereTheSyntaxAllows(TextSyntax syntax, String text, String expected) {
    String input = syntax == TextSyntax.HASH_CODE ? "#!/bin/sh\nls" : text.replace('#', '\n');
    if (text.startsWith("# ")) {
      input = text;
    }
    String output = label(syntax).apply(input);
    assertThat(output.replace('\n', '#')).isEqualTo(expected);
  }

  @Property(tries = 200)
  void labelsAStreamLikeTheWhole(@ForAll long seed, @ForAll TextSyntax syntax) {
    Random random = new Random(seed);
    String text =
        switch (syntax) {
          case MARKDOWN -> "---\ntitle: x\n---\nText\n```\ncode";
          case HTML -> "<!doctype html><html><body class=a><p>Hi</body></html>";
          case JSON -> "  {\"answer\": [1, 2]}";
          case HASH_CODE -> "#!/usr/bin/python\n# coding: utf-8\nprint(1)";
          case XML -> "<?xml version=\"1.0\"?>\n<a/>";
          default -> "Some words";
        };
    TextLabel.Stream stream = label(syntax).stream();
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int next = Math.min(text.length(), at + 1 + random.nextInt(7));
      out.append(stream.append(text.substring(at, next)));
      at = next;
    }
    out.append(stream.finish());
    assertThat(out.toString()).isEqualTo(label(syntax).apply(text));
  }

  @Test
  void holdsNothingBack_whenTheSyntaxIsPlain() {
    TextLabel.Stream stream = label(TextSyntax.PLAIN).stream();
    assertThat(stream.append("a")).isEqualTo("内容由AI生成\n\na");
    assertThat(stream.append("b")).isEqualTo("b");
  }

  @Test
  void refusesJsonThatIsNoObject() {
    assertThatThrownBy(() -> label(TextSyntax.JSON).apply("[1]"))
        .isInstanceOf(MarkException.class)
        .hasMessageContaining("only a JSON object can carry a label");
  }

  @Test
  void refusesWordsThatLackAnElement() {
    assertThatThrownBy(() -> new LabelTexts("内容由机器写成", "AI生成"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LabelTexts("内容由AI写成", "AI生成"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new LabelTexts("人工智能合成", "AI合成").corner()).isEqualTo("AI合成");
  }

  @Test
  void standsBetweenTwoParagraphs_whenTheMiddleIsAskedFor() {
    TextLabel middle =
        TextLabel.of(ExplicitLabel.standard().at(Position.MIDDLE), TextSyntax.MARKDOWN);
    assertThat(middle.apply("One.\n\n~~~\na\n\nb\n~~~\n\nTwo and more."))
        .isEqualTo("One.\n\n~~~\na\n\nb\n~~~\n\n> 内容由AI生成\n\nTwo and more.");
  }

  @Test
  void refusesTheMiddle_whereItIsNotKnownOrNotSafe() {
    ExplicitLabel middle = ExplicitLabel.standard().at(Position.MIDDLE);
    assertThatThrownBy(() -> TextLabel.of(middle, TextSyntax.PLAIN).stream())
        .isInstanceOf(MarkException.class);
    assertThatThrownBy(() -> TextLabel.of(middle, TextSyntax.PLAIN).apply("One line."))
        .isInstanceOf(MarkException.class);
    assertThatThrownBy(() -> TextLabel.of(middle, TextSyntax.HASH_CODE))
        .isInstanceOf(MarkException.class);
  }
}
