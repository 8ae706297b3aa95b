package io.assay.mark;

import io.assay.mark.ExplicitLabel.Position;
import io.assay.mark.MarkException.Reason;
import io.assay.mark.explicit.Preamble;
import io.assay.mark.text.Markup;
import java.util.Set;

/**
 * The explicit label of a text (GB 45438-2025 section 5.1): what stands before it, behind it, or
 * both, written so that Markdown, HTML, JSON and code keep working. Immutable; a {@link Stream} is
 * for one text and one thread.
 */
public final class TextLabel {
  /** The member that carries the label of a JSON object. */
  public static final String JSON_MEMBER = "aigc_label";

  private final String words;
  private final TextSyntax syntax;
  private final Set<Position> positions;

  private TextLabel(String words, TextSyntax syntax, Set<Position> positions) {
    boolean prose = syntax == TextSyntax.PLAIN || syntax == TextSyntax.MARKDOWN;
    if (positions.contains(Position.MIDDLE) && !prose) {
      throw new MarkException(
          Reason.REQUEST, syntax + " has no middle that is safe to label; use its start or end");
    }
    if (syntax == TextSyntax.JSON && !positions.contains(Position.START)) {
      throw new MarkException(Reason.REQUEST, "a JSON object is labelled in its first member");
    }
    this.words = words;
    this.syntax = syntax;
    this.positions = positions;
  }

  public static TextLabel of(ExplicitLabel label, TextSyntax syntax) {
    return new TextLabel(label.texts().sentence(), syntax, label.positions());
  }

  /** What stands before the text; empty where the label stands at the end alone. */
  public String prefix() {
    return positions.contains(Position.START) ? line(true) : "";
  }

  /** What stands behind the text; empty where the label stands at the start alone. */
  public String suffix() {
    return positions.contains(Position.END) && syntax != TextSyntax.JSON ? line(false) : "";
  }

  private String line(boolean before) {
    String body =
        switch (syntax) {
          case PLAIN -> words;
          case MARKDOWN -> "> " + words;
          case HTML -> "<p role=\"note\" class=\"aigc-label\">" + Markup.escape(words) + "</p>";
          case JSON -> "\"" + JSON_MEMBER + "\":\"" + words.replace("\"", "\\\"") + "\"";
          case SLASH_CODE -> "// " + words;
          case HASH_CODE -> "# " + words;
          case DASH_CODE -> "-- " + words;
          case XML -> "<!-- " + words.replace("--", "") + " -->";
        };
    if (syntax == TextSyntax.JSON) {
      return body;
    }
    boolean paragraph = syntax == TextSyntax.PLAIN || syntax == TextSyntax.MARKDOWN;
    String gap = paragraph ? "\n\n" : "\n";
    return before ? body + gap : gap + body;
  }

  /** The whole text with its label; in the middle it stands between two paragraphs. */
  public String apply(String text) {
    String middled = text;
    if (positions.contains(Position.MIDDLE)) {
      int cut = MiddleBreak.of(text, syntax);
      middled = text.substring(0, cut) + line(true) + text.substring(cut);
    }
    Stream stream = new Stream();
    return stream.append(middled) + stream.finish();
  }

  /**
   * A labeller for a text that arrives piece by piece.
   *
   * @throws MarkException if the label is to stand in the middle, which a stream does not know
   */
  public Stream stream() {
    if (positions.contains(Position.MIDDLE)) {
      throw new MarkException(
          Reason.REQUEST, "a stream does not know its middle; label its start or its end");
    }
    return new Stream();
  }

  /**
   * Labels one text as it passes. The label goes behind what must stay first: front matter, a
   * shebang, an XML declaration, the opening of the body or of the object.
   */
  public final class Stream {
    private static final int MOST_HELD = 1 << 16;

    private final StringBuilder held = new StringBuilder();
    private final FenceTracker fences = new FenceTracker();
    private boolean begun;
    private int labelAt = -1;

    private Stream() {}

    /** What may go out now for this piece; possibly nothing, possibly more than the piece. */
    public String append(String piece) {
      if (syntax == TextSyntax.MARKDOWN) {
        fences.append(piece);
      }
      if (begun) {
        return piece;
      }
      held.append(piece);
      return begin(held.length() > MOST_HELD);
    }

    /** What remains to go out behind the last piece. */
    public String finish() {
      String rest = begun ? "" : begin(true);
      String closing = suffix().isEmpty() || syntax != TextSyntax.MARKDOWN ? "" : fences.closing();
      return rest + closing + suffix();
    }

    /** Where the label at the start stands, in characters; -1 while none was written. */
    public int labelAt() {
      return labelAt;
    }

    private String begin(boolean complete) {
      if (prefix().isEmpty()) {
        begun = true;
        return held.toString();
      }
      int cut = Preamble.end(syntax, held, complete);
      if (cut < 0) {
        return "";
      }
      begun = true;
      labelAt = cut;
      String head = held.substring(0, cut);
      String tail = held.substring(cut);
      boolean lineOpen = syntax != TextSyntax.JSON && !head.isEmpty() && !head.endsWith("\n");
      String comma = syntax == TextSyntax.JSON && !tail.stripLeading().startsWith("}") ? "," : "";
      return head + (lineOpen ? "\n" : "") + prefix() + comma + tail;
    }
  }
}
