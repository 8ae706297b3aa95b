package io.assay.mark.ffmpeg;

import io.assay.mark.container.Format;
import io.assay.mark.explicit.Labeler;
import io.assay.mark.explicit.LabelerProvider;
import io.assay.mark.explicit.Mp3Labeler;
import java.util.Optional;

/** The labelers of this module, found by {@link java.util.ServiceLoader}. */
public final class FfmpegLabelers implements LabelerProvider {
  @Override
  public Optional<Labeler> labeler(Format format) {
    return switch (format) {
      case MP4, MOV, MKV, WEBM, FLV, AVI -> Optional.of(new VideoLabeler());
      case FLAC, OGG, M4A -> Optional.of(new SoundLabeler());
      case MP3 -> Optional.of(new Mp3Labeler(Hearing::samples));
      case WEBP -> Optional.of(new WebpLabeler());
      case HEIC, AVIF -> Optional.of(new HeifLabeler());
      case JXL -> Optional.of(new JxlLabeler());
      default -> Optional.empty();
    };
  }
}
