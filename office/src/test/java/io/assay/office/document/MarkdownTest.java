package io.assay.office.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

  @Test
  void rendersHeadingsListsAndTables() {
    assertThat(Markdown.html("## One\n\n1. a\n2. b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n"))
        .contains("<h2>One</h2>", "<ol>", "<th>x</th>", "<td>2</td>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "text <img src=x onerror=alert(1)> text",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "![a](data:text/html;base64,PHNjcmlwdD4=)",
        "<a href=\"javascript:x\">a</a>",
        "[a](vbscript:x)",
        "<svg/onload=alert(1)>"
      })
  void obeysNoHtmlAndNoScript(String source) {
    assertThat(Markdown.html(source))
        .doesNotContainPattern("<(script|img src=x|svg|iframe)")
        .doesNotContainPattern("(?i)(href|src)=\"(javascript|data|vbscript):");
  }
}
