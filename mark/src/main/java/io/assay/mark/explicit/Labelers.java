package io.assay.mark.explicit;

import io.assay.mark.MarkException;
import io.assay.mark.container.Format;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Which labeler serves which format. Those that need an encoder or a decoder for sound or video are
 * found by {@link ServiceLoader} as {@link LabelerProvider} and come first; the rest are part of
 * this library.
 */
public final class Labelers {
  private static final List<LabelerProvider> PROVIDERS =
      ServiceLoader.load(LabelerProvider.class).stream().map(ServiceLoader.Provider::get).toList();
  private static final Map<Format, Labeler> OWN = new EnumMap<>(Format.class);

  static {
    OWN.put(Format.JPEG, new JpegLabeler());
    OWN.put(Format.PNG, new PngLabeler());
    OWN.put(Format.GIF, new GifLabeler());
    OWN.put(Format.TIFF, new TiffLabeler());
    OWN.put(Format.SVG, new SvgLabeler());
    OWN.put(Format.PDF, new PdfLabeler());
    OWN.put(Format.DOCX, new PackageLabeler());
    OWN.put(Format.XLSX, new PackageLabeler());
    OWN.put(Format.PPTX, new PackageLabeler());
    OWN.put(Format.EPUB, new PackageLabeler());
    OWN.put(Format.GLB, new SceneLabeler());
    OWN.put(Format.GLTF, new SceneLabeler());
    OWN.put(Format.WAV, new WavLabeler());
    OWN.put(Format.MP3, new Mp3Labeler());
    OWN.put(Format.TEXT, new TextLabeler());
    OWN.put(Format.MARKDOWN, new TextLabeler());
    OWN.put(Format.HTML, new TextLabeler());
  }

  private Labelers() {}

  public static Labeler of(Format format) {
    return provided(format)
        .or(() -> Optional.ofNullable(OWN.get(format)))
        .orElseThrow(
            () ->
                MarkException.unsupported(
                    "an explicit label on "
                        + format
                        + " needs an encoder that is not on the class path; add assay-mark-ffmpeg,"
                        + " or label the user interface"));
  }

  private static Optional<Labeler> provided(Format format) {
    return PROVIDERS.stream().flatMap(provider -> provider.labeler(format).stream()).findFirst();
  }
}
