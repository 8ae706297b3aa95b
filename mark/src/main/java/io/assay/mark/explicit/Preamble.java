package io.assay.mark.explicit;

import io.assay.mark.MarkException;
import io.assay.mark.MarkException.Reason;
import io.assay.mark.TextSyntax;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must stay first in a text of each syntax. */
public final class Preamble {
  private static final Pattern SHEBANG = Pattern.compile("\\A\ufeff?#![^\\n]*(?:\\n|\\z)");
  private static final Pattern CODING =
      Pattern.compile("\\A[ \\t\\f]*#[^\\n]*coding[:=][^\\n]*(?:\\n|\\z)");
  private static final Pattern DECLARATION = Pattern.compile("\\A\ufeff?<\\?xml[^>]*\\?>");
  private static final Pattern BODY =
      Pattern.compile("<body(?:\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern PAGE =
      Pattern.compile("\\A\ufeff?\\s*<(!doctype|html|\\?xml)", Pattern.CASE_INSENSITIVE);

  private Preamble() {}

  /**
   * Where the label may stand in {@code text}; -1 while more of it must be seen.
   *
   * @param complete whether no more will come
   */
  public static int end(TextSyntax syntax, CharSequence text, boolean complete) {
    return switch (syntax) {
      case PLAIN, DASH_CODE -> bom(text);
      case MARKDOWN -> frontMatter(text, complete);
      case HASH_CODE, SLASH_CODE -> shebang(text, complete);
      case XML -> declaration(text, complete);
      case HTML -> body(text, complete);
      case JSON -> object(text, complete);
    };
  }

  private static int bom(CharSequence text) {
    return !text.isEmpty() && text.charAt(0) == '\ufeff' ? 1 : 0;
  }

  private static int frontMatter(CharSequence text, boolean complete) {
    int from = bom(text);
    if (!couldStart(text, from, "---", complete)) {
      return from;
    }
    int line = nextLine(text, from);
    while (line > 0 && line < text.length()) {
      int next = nextLine(text, line);
      int end = next < 0 ? text.length() : next;
      String content = text.subSequence(line, end).toString().strip();
      if (content.equals("---") || content.equals("...")) {
        return next < 0 && !complete ? -1 : end;
      }
      line = next;
    }
    return complete ? from : -1;
  }

  /** The start of the line behind the one that {@code from} is in; -1 where none has begun. */
  private static int nextLine(CharSequence text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int shebang(CharSequence text, boolean complete) {
    int at = bom(text);
    if (!couldStart(text, at, "#", complete)) {
      return at;
    }
    Matcher shebang = SHEBANG.matcher(text);
    int second = shebang.find() ? shebang.end() : at;
    boolean undecided = second == text.length() || text.charAt(second) == '#';
    if (!complete && undecided && nextLine(text, second) < 0) {
      return -1;
    }
    Matcher coding = CODING.matcher(text.subSequence(second, text.length()));
    return coding.find() ? second + coding.end() : second;
  }

  private static int declaration(CharSequence text, boolean complete) {
    if (!couldStart(text, bom(text), "<?xml", complete)) {
      return bom(text);
    }
    Matcher matcher = DECLARATION.matcher(text);
    return matcher.find() ? matcher.end() : complete ? bom(text) : -1;
  }

  private static int body(CharSequence text, boolean complete) {
    String seen = text.toString().stripLeading();
    if (!complete && seen.length() < 9) {
      return -1;
    }
    if (!PAGE.matcher(text).find()) {
      return bom(text);
    }
    Matcher matcher = BODY.matcher(text);
    return matcher.find() ? matcher.end() : complete ? bom(text) : -1;
  }

  private static int object(CharSequence text, boolean complete) {
    int open = 0;
    while (open < text.length()
        && (Character.isWhitespace(text.charAt(open)) || text.charAt(open) == '\ufeff')) {
      open++;
    }
    if (open < text.length() && text.charAt(open) != '{') {
      throw new MarkException(
          Reason.REQUEST,
          "only a JSON object can carry a label; show the label beside this text",
          open);
    }
    boolean decided =
        text.toString()
            .substring(Math.min(open + 1, text.length()))
            .chars()
            .anyMatch(c -> !Character.isWhitespace(c));
    if (decided) {
      return open + 1;
    }
    if (complete) {
      throw new MarkException(Reason.REQUEST, "the JSON object ends before its label", open);
    }
    return -1;
  }

  /** Whether the text starts with {@code mark}, or may still come to do so. */
  private static boolean couldStart(CharSequence text, int from, String mark, boolean complete) {
    int seen = Math.min(mark.length(), text.length() - from);
    return (!complete || seen == mark.length())
        && text.subSequence(from, from + seen).toString().equals(mark.substring(0, seen));
  }
}
