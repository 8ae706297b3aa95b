package io.assay.mark.c2pa.slot;

import io.assay.mark.c2pa.binding.BmffHash;
import io.assay.mark.c2pa.binding.CollectionHash;
import io.assay.mark.c2pa.binding.DataHash;
import io.assay.mark.c2pa.binding.HardBinding;
import io.assay.mark.container.Format;
import io.assay.mark.container.StoreSlot;
import java.util.Optional;

/** The slot and the hard binding that C2PA gives to each format. */
public final class Slots {
  private Slots() {}

  /** Where the format keeps a store; empty for formats whose store lies beside the file. */
  public static Optional<StoreSlot> of(Format format) {
    return switch (format) {
      case JPEG -> Optional.of(new JpegSlot());
      case PNG -> Optional.of(new PngSlot());
      case GIF -> Optional.of(new GifSlot());
      case TIFF -> Optional.of(new TiffSlot());
      case SVG -> Optional.of(new SvgSlot());
      case MP3, FLAC -> Optional.of(new Id3Slot());
      case PDF -> Optional.of(new PdfSlot());
      case JXL -> Optional.of(new JxlSlot());
      case DOCX, XLSX, PPTX, EPUB -> Optional.of(new ZipSlot());
      case TEXT, MARKDOWN -> Optional.of(new TextSlot());
      case WEBP, WAV, AVI -> Optional.of(new RiffSlot());
      case HEIC, AVIF, M4A, MP4, MOV -> Optional.of(new BmffSlot());
      default -> Optional.empty();
    };
  }

  /** How the format is bound to its manifest. */
  public static HardBinding binding(Format format) {
    return switch (format) {
      case HEIC, AVIF, M4A, MP4, MOV -> new BmffHash();
      case DOCX, XLSX, PPTX, EPUB -> new CollectionHash();
      default -> new DataHash();
    };
  }
}
