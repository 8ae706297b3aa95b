package io.assay.mark;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.assay.mark.aigc.AigcReader;
import io.assay.mark.aigc.SecurityData;
import io.assay.mark.audio.FlacCarrier;
import io.assay.mark.audio.Mp3Carrier;
import io.assay.mark.audio.OggCarrier;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Format;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Spliced;
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
import io.assay.mark.matroska.MatroskaCarrier;
import io.assay.mark.riff.AviCarrier;
import io.assay.mark.riff.WavCarrier;
import io.assay.mark.riff.WebpCarrier;
import io.assay.mark.scene.GltfCarrier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Coverage-guided noise for every carrier: a {@link MarkException} is the only way to fail. With {@code
 * JAZZER_FUZZ=1} in the environment one target is driven for its time; without it the seeds run once.
 */
class CarrierFuzz {
  private static final String TIME = "1m";
  private static final Implicit LABEL =
      new Implicit("{\"Label\":\"1\"}", Optional.of(LabelRequest.TRAINED_MEDIA));

  private static void drive(Carrier carrier, byte[] data) {
    Source file = Source.of(data);
    try {
      carrier.read(file);
      for (Range range : carrier.payload(file)) {
        file.requireRange(range.at(), range.length());
      }
      Source written = new Spliced(file, carrier.write(file, LABEL));
      written.bytes();
    } catch (MarkException refused) {
      if (refused.getMessage() == null) {
        throw new IllegalStateException("a refusal without words", refused);
      }
    }
  }

  @FuzzTest(maxDuration = TIME)
  void sniffer(byte[] data) {
    Format.sniff(Source.of(data));
  }

  @FuzzTest(maxDuration = TIME)
  void label(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    AigcReader.read(text);
    SecurityData.read(text);
  }

  @FuzzTest(maxDuration = TIME)
  void png(byte[] data) {
    drive(new PngCarrier(), data);
  }

  @FuzzTest(maxDuration = TIME)
  void jpeg(byte[] data) {
    drive(new JpegCarrier(), data);
  }

  @FuzzTest(maxDuration = TIME)
  void gif(byte[] data) {
    drive(new GifCarrier(), data);
  }

  @FuzzTest(maxDuration = TIME)
  void tiff(byte[] data) {
    drive(new TiffCarrier(), data);
  }

  @FuzzTest(maxDuration = TIME)
  void markup(byte[] data) {
    for (Carrier carrier : List.of(new SvgCarrier(), new HtmlCarrier(), new MarkdownCarrier())) {
      drive(carrier, data);
    }
  }

  @FuzzTest(maxDuration = TIME)
  void riff(byte[] data) {
    for (Carrier carrier : List.of(new WavCarrier(), new WebpCarrier(), new AviCarrier())) {
      drive(carrier, data);
    }
  }

  @FuzzTest(maxDuration = TIME)
  void mp3(byte[] data) {
    drive(new Mp3Carrier(), data);
  }

  @FuzzTest(maxDuration = TIME)
  void flac(byte[] data) {
    drive(new FlacCarrier(), data);
  }

  @FuzzTest(maxDuration = TIME)
  void ogg(byte[] data) {
    drive(new OggCarrier(), data);
  }

  @FuzzTest(maxDuration = TIME)
  void matroska(byte[] data) {
    drive(new MatroskaCarrier(), data);
  }

  @FuzzTest(maxDuration = TIME)
  void flv(byte[] data) {
    drive(new FlvCarrier(), data);
  }

  @FuzzTest(maxDuration = TIME)
  void zip(byte[] data) {
    drive(new OoxmlCarrier(), data);
    drive(new EpubCarrier(), data);
  }

  @FuzzTest(maxDuration = TIME)
  void pdf(byte[] data) {
    drive(new PdfCarrier(), data);
  }

  @FuzzTest(maxDuration = TIME)
  void scene(byte[] data) {
    drive(new GltfCarrier(), data);
  }
}
