package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.ExplicitLabel.Position;
import io.assay.mark.MarkException;
import io.assay.mark.Media;
import io.assay.mark.audio.PcmFormat;
import io.assay.mark.container.Format;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.Spliced;
import io.assay.mark.riff.RiffChunks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the audible cue into a WAV file. The samples that were there keep their bytes; a file of any
 * length costs constant memory.
 */
final class WavLabeler implements Labeler {
  private static final int PROBES = 64;

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    Source file = media.source();
    RiffChunks chunks = RiffChunks.read(file);
    PcmFormat format =
        chunks
            .first("fmt ")
            .map(chunk -> PcmFormat.read(file, chunk.data()))
            .orElseThrow(() -> MarkException.malformed("a WAV file needs a fmt chunk", 12));
    RiffChunks.Chunk data =
        chunks
            .first("data")
            .orElseThrow(() -> MarkException.malformed("a WAV file needs a data chunk", 12));
    double[] cue =
        Loudness.match(
            CueSound.at(label.cue(), format.rate()),
            loudness(file, data.data(), format).level(),
            format.rate());
    byte[] encoded = format.encode(cue);
    long frames = data.data().length() / format.frame();
    List<Splice> splices = new ArrayList<>();
    List<AppliedLabel> applied = new ArrayList<>();
    for (Position position : Position.values()) {
      if (label.positions().contains(position)) {
        long frame =
            position == Position.START ? 0 : position == Position.END ? frames : frames / 2;
        long shift = (long) cue.length * splices.size();
        splices.add(Splice.insert(data.data().at() + frame * format.frame(), encoded));
        applied.add(
            new AppliedLabel.Sound(
                label.cue(),
                seconds(frame + shift, format.rate()),
                seconds(cue.length, format.rate())));
      }
    }
    splices.addAll(WavLengths.grow(file, chunks, data, format, encoded.length, splices.size()));
    return new Labeled(new Media(new Spliced(file, splices), Format.WAV), applied);
  }

  private static Duration seconds(long frames, int rate) {
    return Duration.ofMillis(Math.round(frames * 1000.0 / rate));
  }

  /** Listens to pieces spread over the file. */
  private static Loudness loudness(Source file, Range data, PcmFormat format) {
    Loudness loudness = new Loudness();
    int block = Math.max(1, format.rate() / 10);
    long frames = data.length() / format.frame();
    long blocks = frames / block;
    for (int probe = 0; probe < Math.min(PROBES, blocks); probe++) {
      long first = blocks * probe / Math.min(PROBES, blocks) * block;
      byte[] bytes = file.bytes(data.at() + first * format.frame(), (long) block * format.frame());
      double[] samples = new double[block];
      for (int i = 0; i < block; i++) {
        samples[i] = format.sample(bytes, i * format.frame());
      }
      loudness.add(samples);
    }
    return loudness;
  }
}
