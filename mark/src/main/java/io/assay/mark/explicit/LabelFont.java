package io.assay.mark.explicit;

import io.assay.mark.MarkException;
import io.assay.mark.MarkException.Reason;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The typeface of labels: a subset of Noto Sans CJK SC Bold that is part of this library. */
public final class LabelFont {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final Font FONT = load();

  private LabelFont() {}

  private static Font load() {
    try (InputStream in = LabelFont.class.getResourceAsStream("label-font.otf")) {
      return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, "label-font.otf"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("label-font.otf is no font", e);
    }
  }

  /**
   * The outline of a text, its baseline at 0 and its first character at 0, {@code em} units high.
   */
  public static Shape outline(String text, double em) {
    requireGlyphs(text);
    GlyphVector glyphs = FONT.deriveFont((float) em).createGlyphVector(EXACT, text);
    return glyphs.getOutline();
  }

  /** Throws unless the typeface has a glyph for every character. */
  static void requireGlyphs(String text) {
    int missing = FONT.canDisplayUpTo(text);
    if (missing >= 0) {
      throw new MarkException(
          Reason.REQUEST,
          "the label typeface has no glyph for \""
              + Character.toString(text.codePointAt(missing))
              + "\" in \""
              + text
              + "\"; use other words");
    }
  }
}
