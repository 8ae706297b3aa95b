package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.MarkException;
import io.assay.mark.Media;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import io.assay.mark.text.Markup;
import io.assay.mark.text.Markup.Attribute;
import io.assay.mark.text.Markup.Kind;
import io.assay.mark.text.Markup.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Labels an SVG picture in its lower right corner, as outlines that need no typeface. */
final class SvgLabeler implements Labeler {
  private static final double SHARE = 0.05;
  private static final double MARGIN = 0.03;

  /** The visible part of the picture in its own units. */
  private record View(double x, double y, double width, double height) {}

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    String text = new String(media.source().bytes(), StandardCharsets.UTF_8);
    Markup markup = Markup.read(text);
    Tag root =
        markup.tags().stream()
            .filter(tag -> tag.localName().equals("svg") && tag.kind() == Kind.START)
            .findFirst()
            .orElseThrow(() -> MarkException.malformed("an SVG file needs content", 0));
    Tag close =
        markup
            .closing(root)
            .orElseThrow(() -> MarkException.malformed("the SVG is not closed", root.start()));
    View view = view(root);
    double shortest = Math.min(view.width(), view.height());
    VectorLabel line = VectorLabel.ofInk(label.texts().corner(), shortest * SHARE);
    double x = view.x() + view.width() - line.width() - shortest * MARGIN;
    double y = view.y() + view.height() - line.height() - shortest * MARGIN;
    String group =
        String.format(
            Locale.ROOT,
            "<g xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"%s\""
                + " transform=\"translate(%.3f %.3f)\"><title>%s</title><rect width=\"%.3f\""
                + " height=\"%.3f\" fill=\"#000\" fill-opacity=\"0.75\"/><path fill=\"#fff\""
                + " d=\"%s\"/></g>",
            Markup.escape(line.text()),
            x,
            y,
            Markup.escape(line.text()),
            line.width(),
            line.height(),
            line.svgPath());
    String labelled = text.substring(0, close.start()) + group + text.substring(close.start());
    AppliedLabel applied =
        new AppliedLabel.Picture(
            line.text(),
            (int) x,
            (int) y,
            (int) Math.ceil(line.width()),
            (int) Math.ceil(line.height()),
            line.inkHeight(),
            shortest,
            1);
    Source source = Source.of(labelled.getBytes(StandardCharsets.UTF_8));
    return new Labeled(new Media(source, Format.SVG), List.of(applied));
  }

  private static View view(Tag root) {
    Optional<double[]> box =
        root.attribute("viewBox")
            .map(a -> a.value().strip().split("[\\s,]+"))
            .filter(parts -> parts.length == 4)
            .flatMap(SvgLabeler::numbers);
    if (box.isPresent() && box.get()[2] > 0 && box.get()[3] > 0) {
      return new View(box.get()[0], box.get()[1], box.get()[2], box.get()[3]);
    }
    return new View(0, 0, length(root, "width"), length(root, "height"));
  }

  private static Optional<double[]> numbers(String[] parts) {
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].matches("[-+]?\\d*\\.?\\d+([eE][-+]?\\d+)?")) {
        return Optional.empty();
      }
      numbers[i] = Double.parseDouble(parts[i]);
    }
    return Optional.of(numbers);
  }

  private static double length(Tag root, String name) {
    return root.attribute(name)
        .map(Attribute::value)
        .filter(value -> value.matches("\\d+(\\.\\d+)?(px)?"))
        .map(value -> Double.parseDouble(value.replace("px", "")))
        .filter(value -> value > 0)
        .orElseThrow(
            () ->
                MarkException.unsupported(
                    "an SVG without viewBox and without " + name + " in pixels"));
  }
}
