package io.assay.mark;

import io.assay.mark.audio.Mp3Carrier;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Format;
import io.assay.mark.image.JpegCarrier;
import io.assay.mark.image.PngCarrier;
import io.assay.mark.riff.AviCarrier;
import io.assay.mark.riff.WavCarrier;
import io.assay.mark.riff.WebpCarrier;
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
  }

  private Containers() {}

  /** The carrier; empty for a format whose record stands in a file beside it. */
  static Optional<Carrier> carrier(Format format) {
    return Optional.ofNullable(CARRIERS.get(format));
  }
}
