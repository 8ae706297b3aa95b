package io.assay.mark.explicit;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/**
 * A line of text as outlines with a plate, its upper left corner at 0, y growing downwards.
 *
 * @param inkHeight the height of the lowest element character
 */
record VectorLabel(String text, Shape outline, double width, double height, double inkHeight) {
  private static final double PADDING = 0.3;
  private static final String ELEMENTS = "AI人工智能生成合";

  /** The line whose element characters are at least {@code ink} high. */
  static VectorLabel ofInk(String text, double ink) {
    double lowest = lowest(text, 1000) / 1000;
    return ofEm(text, ink / lowest);
  }

  static VectorLabel ofEm(String text, double em) {
    Shape glyphs = LabelFont.outline(text, em);
    Rectangle2D bounds = glyphs.getBounds2D();
    double padding = em * PADDING;
    Shape placed =
        AffineTransform.getTranslateInstance(padding - bounds.getX(), padding - bounds.getY())
            .createTransformedShape(glyphs);
    return new VectorLabel(
        text,
        placed,
        bounds.getWidth() + 2 * padding,
        bounds.getHeight() + 2 * padding,
        lowest(text, em));
  }

  private static double lowest(String text, double em) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .filter(ELEMENTS::contains)
        .mapToDouble(c -> LabelFont.outline(c, em).getBounds2D().getHeight())
        .min()
        .orElseThrow();
  }

  /** The outlines as path data of SVG. */
  String svgPath() {
    StringBuilder out = new StringBuilder();
    double[] c = new double[6];
    for (PathIterator i = outline.getPathIterator(null); !i.isDone(); i.next()) {
      switch (i.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> append(out, 'M', c, 2);
        case PathIterator.SEG_LINETO -> append(out, 'L', c, 2);
        case PathIterator.SEG_QUADTO -> append(out, 'Q', c, 4);
        case PathIterator.SEG_CUBICTO -> append(out, 'C', c, 6);
        default -> out.append('Z');
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, char command, double[] numbers, int count) {
    out.append(command);
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.3f", numbers[i]));
    }
  }
}
