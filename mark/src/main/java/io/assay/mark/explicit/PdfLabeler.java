package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.MarkException;
import io.assay.mark.MarkException.Reason;
import io.assay.mark.Media;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.Spliced;
import io.assay.mark.document.PdfFile;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.util.Matrix;

/**
 * Labels every page of a PDF in its upper margin, as outlines with their text for readers, by an
 * incremental update.
 */
final class PdfLabeler implements Labeler {
  private static final double EM = 10;
  private static final float MARGIN = 6;

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    Source file = media.source();
    VectorLabel line = VectorLabel.ofEm(label.texts().sentence(), EM);
    try (PDDocument document = PdfFile.open(file)) {
      PDRectangle first = document.getPage(0).getCropBox();
      for (PDPage page : document.getPages()) {
        draw(document, page, line);
        changed(page);
      }
      byte[] increment = PdfFile.increment(document, file);
      Source labelled = new Spliced(file, List.of(Splice.insert(file.length(), increment)));
      AppliedLabel applied =
          new AppliedLabel.Picture(
              line.text(),
              (int) MARGIN,
              (int) MARGIN,
              (int) Math.ceil(line.width()),
              (int) Math.ceil(line.height()),
              line.inkHeight(),
              Math.min(first.getWidth(), first.getHeight()),
              document.getNumberOfPages());
      return new Labeled(new Media(labelled, Format.PDF), List.of(applied));
    } catch (IOException | RuntimeException e) {
      throw e instanceof MarkException known
          ? known
          : new MarkException(Reason.MALFORMED, "the PDF cannot be labelled", e);
    }
  }

  private static void draw(PDDocument document, PDPage page, VectorLabel line) throws IOException {
    COSDictionary properties = new COSDictionary();
    properties.setString(COSName.ACTUAL_TEXT, line.text());
    try (PDPageContentStream out =
        new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      out.transform(placement(page));
      out.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(properties));
      out.setNonStrokingColor(1f, 1f, 1f);
      out.addRect(0, 0, (float) line.width(), (float) line.height());
      out.fill();
      out.setNonStrokingColor(0f, 0f, 0f);
      trace(line, out);
      out.fill();
      out.endMarkedContent();
    }
  }

  /**
   * From the label's coordinates, y downwards, to the upper left corner as the page is displayed.
   */
  private static Matrix placement(PDPage page) {
    PDRectangle box = page.getCropBox();
    float left = box.getLowerLeftX();
    float bottom = box.getLowerLeftY();
    float right = box.getUpperRightX();
    float top = box.getUpperRightY();
    return switch (Math.floorMod(page.getRotation(), 360)) {
      case 90 -> new Matrix(0, 1, 1, 0, left + MARGIN, bottom + MARGIN);
      case 180 -> new Matrix(-1, 0, 0, 1, right - MARGIN, bottom + MARGIN);
      case 270 -> new Matrix(0, -1, -1, 0, right - MARGIN, top - MARGIN);
      default -> new Matrix(1, 0, 0, -1, left + MARGIN, top - MARGIN);
    };
  }

  private static void trace(VectorLabel line, PDPageContentStream out) throws IOException {
    float[] c = new float[6];
    for (PathIterator i = line.outline().getPathIterator(null); !i.isDone(); i.next()) {
      switch (i.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> out.moveTo(c[0], c[1]);
        case PathIterator.SEG_LINETO -> out.lineTo(c[0], c[1]);
        case PathIterator.SEG_QUADTO -> out.curveTo1(c[0], c[1], c[2], c[3]);
        case PathIterator.SEG_CUBICTO -> out.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
        default -> out.closePath();
      }
    }
  }

  /** Marks what an incremental save must write again. */
  private static void changed(PDPage page) {
    page.getCOSObject().setNeedToBeUpdated(true);
    mark(page.getCOSObject().getItem(COSName.CONTENTS));
    COSDictionary resources = page.getCOSObject().getCOSDictionary(COSName.RESOURCES);
    if (resources != null) {
      resources.setNeedToBeUpdated(true);
      mark(resources.getItem(COSName.PROPERTIES));
    }
  }

  private static void mark(COSBase item) {
    COSBase base = item instanceof COSObject object ? object.getObject() : item;
    if (base instanceof COSArray array) {
      array.setNeedToBeUpdated(true);
    } else if (base instanceof COSDictionary dictionary) {
      dictionary.setNeedToBeUpdated(true);
    }
  }
}
