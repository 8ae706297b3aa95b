package io.assay.mark.document;

import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.image.Xmp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;

/**
 * PDF (ISO 32000): the label is the entry AIGC of the document information. It is written as an
 * incremental update, so that everything before stays byte for byte.
 */
public final class PdfCarrier implements Carrier {
  private static final String NAME = "AIGC";
  private static final int MAX_XMP = 16 << 20;

  @Override
  public List<Found> read(Source file) {
    try (PDDocument document = PdfFile.open(file)) {
      List<Found> found = new ArrayList<>();
      String value = document.getDocumentInformation().getCustomMetadataValue(NAME);
      if (value != null) {
        found.add(new Found("Info AIGC", 0, value));
      }
      found.addAll(xmp(document));
      return found;
    } catch (IOException e) {
      throw PdfFile.broken(e);
    }
  }

  private static List<Found> xmp(PDDocument document) throws IOException {
    @Nullable PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    if (metadata == null) {
      return List.of();
    }
    try (var in = metadata.exportXMPMetadata()) {
      byte[] packet = in.readNBytes(MAX_XMP);
      return Xmp.read(packet).aigc(0);
    }
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    try (PDDocument document = PdfFile.open(file)) {
      PDDocumentInformation info = document.getDocumentInformation();
      info.setCustomMetadataValue(NAME, label.json());
      COSDictionary dictionary = info.getCOSObject();
      dictionary.setNeedToBeUpdated(true);
      document.getDocument().getTrailer().setItem(COSName.INFO, dictionary);
      withoutXmp(document);
      return List.of(Splice.insert(file.length(), PdfFile.increment(document, file)));
    } catch (IOException e) {
      throw PdfFile.broken(e);
    }
  }

  /** The information dictionary is the one place; a record in XMP would be a second. */
  private static void withoutXmp(PDDocument document) throws IOException {
    @Nullable PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    if (metadata == null || xmp(document).isEmpty()) {
      return;
    }
    try (var in = metadata.exportXMPMetadata()) {
      metadata.importXMPMetadata(Xmp.read(in.readNBytes(MAX_XMP)).without());
      metadata.getCOSObject().setNeedToBeUpdated(true);
    }
  }

  @Override
  public List<Range> payload(Source file) {
    return List.of(new Range(0, PdfFile.contentEnd(file)));
  }
}
