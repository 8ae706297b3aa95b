package io.assay.mark;

import io.assay.mark.audio.FlacCarrier;
import io.assay.mark.audio.Mp3Carrier;
import io.assay.mark.audio.OggCarrier;
import io.assay.mark.bmff.MovieCarrier;
import io.assay.mark.bmff.PictureCarrier;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Format;
import io.assay.mark.document.EpubCarrier;
import io.assay.mark.document.HtmlCarrier;
import io.assay.mark.document.MarkdownCarrier;
import io.assay.mark.document.OoxmlCarrier;
import io.assay.mark.document.PdfCarrier;
import io.assay.mark.flv.FlvCarrier;
import io.assay.mark.image.GifCarrier;
import io.assay.mark.image.JpegCarrier;
import io.assay.mark.image.PngCarrier;
import io.assay.mark.image.SvgCarrier;
import io.assay.mark.image.TiffCarrier;
import io.assay.mark.jxl.JxlCarrier;
import io.assay.mark.matroska.MatroskaCarrier;
import io.assay.mark.riff.AviCarrier;
import io.assay.mark.riff.WavCarrier;
import io.assay.mark.riff.WebpCarrier;
import io.assay.mark.scene.GltfCarrier;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which carrier serves which format. */
final class Containers {
  private static final Map<Format, Carrier> CARRIERS = new EnumMap<>(Format.class);

  static {
    CARRIERS.put(Format.JPEG, new JpegCarrier());
    CARRIERS.put(Format.PNG, new PngCarrier());
    CARRIERS.put(Format.WEBP, new WebpCarrier());
    CARRIERS.put(Format.WAV, new WavCarrier());
    CARRIERS.put(Format.AVI, new AviCarrier());
    CARRIERS.put(Format.MP3, new Mp3Carrier());
    CARRIERS.put(Format.GIF, new GifCarrier());
    CARRIERS.put(Format.TIFF, new TiffCarrier());
    CARRIERS.put(Format.SVG, new SvgCarrier());
    CARRIERS.put(Format.FLAC, new FlacCarrier());
    CARRIERS.put(Format.OGG, new OggCarrier());
    CARRIERS.put(Format.MKV, new MatroskaCarrier());
    CARRIERS.put(Format.WEBM, new MatroskaCarrier());
    CARRIERS.put(Format.FLV, new FlvCarrier());
    CARRIERS.put(Format.MP4, new MovieCarrier());
    CARRIERS.put(Format.MOV, new MovieCarrier());
    CARRIERS.put(Format.M4A, new MovieCarrier());
    CARRIERS.put(Format.HEIC, new PictureCarrier());
    CARRIERS.put(Format.AVIF, new PictureCarrier());
    CARRIERS.put(Format.JXL, new JxlCarrier());
    CARRIERS.put(Format.GLB, new GltfCarrier());
    CARRIERS.put(Format.GLTF, new GltfCarrier());
    CARRIERS.put(Format.PDF, new PdfCarrier());
    CARRIERS.put(Format.DOCX, new OoxmlCarrier());
    CARRIERS.put(Format.XLSX, new OoxmlCarrier());
    CARRIERS.put(Format.PPTX, new OoxmlCarrier());
    CARRIERS.put(Format.EPUB, new EpubCarrier());
    CARRIERS.put(Format.HTML, new HtmlCarrier());
    CARRIERS.put(Format.MARKDOWN, new MarkdownCarrier());
  }

  private Containers() {}

  /** The carrier; empty for a format whose record stands in a file beside it. */
  static Optional<Carrier> carrier(Format format) {
    return Optional.ofNullable(CARRIERS.get(format));
  }
}
