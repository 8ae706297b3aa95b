package io.assay.mark.explicit;

import io.assay.mark.text.Markup;
import java.util.Locale;
import java.util.Optional;

/**
 * The corner mark of an HTML page, which stays in view while the page scrolls.
 *
 * @param at where the words stand; empty where the text is no whole page
 */
record HtmlCorner(String page, Optional<Integer> at) {
  private static final String STYLE =
      "position:fixed;right:1em;bottom:1em;z-index:2147483647;padding:.3em .6em;"
          + "font:bold 1rem sans-serif;color:#fff;background:rgba(0,0,0,.7);border-radius:.3em";

  static HtmlCorner add(String page, String words) {
    int end = page.toLowerCase(Locale.ROOT).lastIndexOf("</body");
    if (end < 0) {
      return new HtmlCorner(page, Optional.empty());
    }
    String open = "<div role=\"note\" class=\"aigc-mark\" style=\"" + STYLE + "\">";
    String marked =
        page.substring(0, end) + open + Markup.escape(words) + "</div>" + page.substring(end);
    return new HtmlCorner(marked, Optional.of(end + open.length()));
  }
}
