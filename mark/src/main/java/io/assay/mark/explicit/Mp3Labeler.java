package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.ExplicitLabel.Cue;
import io.assay.mark.ExplicitLabel.Position;
import io.assay.mark.MarkException;
import io.assay.mark.Media;
import io.assay.mark.audio.Mp3Carrier;
import io.assay.mark.audio.Mp3Frame;
import io.assay.mark.audio.Mp3Gain;
import io.assay.mark.audio.XingHeader;
import io.assay.mark.container.Format;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.Spliced;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the audible cue into an MP3 file as frames that were encoded beforehand at the file's own
 * rate and channels, so that nothing is encoded again. Where a decoder is at hand the cue is made
 * as loud as the file, in steps of one and a half decibels; else its loudness is fixed.
 */
public final class Mp3Labeler implements Labeler {
  private static final Set<Integer> RATES = Set.of(16_000, 22_050, 24_000, 32_000, 44_100, 48_000);

  /** Decodes the beginning of an MP3 file to one channel. */
  public interface Decoder {
    double[] samples(Source mp3);
  }

  private final Optional<Decoder> decoder;

  Mp3Labeler() {
    this.decoder = Optional.empty();
  }

  /** A labeler whose cue is as loud as the file it goes into. */
  public Mp3Labeler(Decoder decoder) {
    this.decoder = Optional.of(decoder);
  }

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    Source file = media.source();
    Range payload = new Mp3Carrier().payload(file).getFirst();
    Mp3Frame first =
        Mp3Frame.first(file, payload.at())
            .orElseThrow(() -> MarkException.malformed("no MP3 frame was found", payload.at()));
    Optional<XingHeader> header = XingHeader.read(file, first);
    long soundAt = header.isPresent() ? first.end() : first.at();
    Source cue = matched(cue(label.cue(), first), file, first.rate());
    List<Mp3Frame> frames = frames(cue);
    Duration length = duration(frames.size(), first);
    List<Splice> splices = new ArrayList<>();
    List<AppliedLabel> applied = new ArrayList<>();
    byte[] bytes = cue.bytes();
    if (label.positions().contains(Position.START)) {
      splices.add(Splice.insert(soundAt, bytes));
      applied.add(new AppliedLabel.Sound(label.cue(), Duration.ZERO, length));
    }
    if (label.positions().contains(Position.MIDDLE) || label.positions().contains(Position.END)) {
      later(file, label, soundAt, payload.end(), first, bytes, frames.size(), splices, applied);
    }
    int times = splices.size();
    boolean atStart = label.positions().contains(Position.START);
    header.ifPresent(
        xing ->
            splices.addAll(
                xing.grow(
                    file, (long) frames.size() * times, (long) bytes.length * times, atStart)));
    return new Labeled(new Media(new Spliced(file, splices), Format.MP3), applied);
  }

  private static void later(
      Source file,
      ExplicitLabel label,
      long from,
      long end,
      Mp3Frame first,
      byte[] cue,
      int cueFrames,
      List<Splice> splices,
      List<AppliedLabel> applied) {
    long middle = from + (end - from) / 2;
    long count = 0;
    boolean middleWanted = label.positions().contains(Position.MIDDLE);
    Optional<Mp3Frame> frame = Mp3Frame.at(file, from);
    long at = from;
    while (frame.isPresent() && frame.get().end() <= end) {
      at = frame.get().end();
      count++;
      frame = Mp3Frame.at(file, at);
      if (middleWanted && at >= middle && frame.isPresent() && frame.get().startsAfresh(file)) {
        middleWanted = false;
        add(
            label.cue(),
            at,
            count + (long) cueFrames * splices.size(),
            first,
            cue,
            cueFrames,
            splices,
            applied);
      }
    }
    if (middleWanted) {
      throw MarkException.unsupported(
          "no frame in the second half of this MP3 can follow a cue; label its start or end");
    }
    if (label.positions().contains(Position.END)) {
      add(
          label.cue(),
          at,
          count + (long) cueFrames * splices.size(),
          first,
          cue,
          cueFrames,
          splices,
          applied);
    }
  }

  private static void add(
      Cue kind,
      long at,
      long framesBefore,
      Mp3Frame first,
      byte[] cue,
      int cueFrames,
      List<Splice> splices,
      List<AppliedLabel> applied) {
    splices.add(Splice.insert(at, cue));
    applied.add(
        new AppliedLabel.Sound(kind, duration(framesBefore, first), duration(cueFrames, first)));
  }

  private Source matched(Source cue, Source file, int rate) {
    return decoder
        .map(
            ear -> {
              double level = Loudness.of(ear.samples(file), rate).level();
              double gain = Loudness.gain(ear.samples(cue), level, rate);
              long steps = Math.round(20 * Math.log10(gain) / Mp3Gain.STEP_DECIBELS);
              return Source.of(Mp3Gain.changed(cue.bytes(), Math.toIntExact(steps)));
            })
        .orElse(cue);
  }

  private static Source cue(Cue cue, Mp3Frame like) {
    if (!RATES.contains(like.rate())) {
      throw MarkException.unsupported(
          "an audible label in MP3 of " + like.rate() + " Hz; resample it to 16 kHz or more");
    }
    String name = cue.name().toLowerCase(Locale.ROOT);
    return Source.of(CueSound.asset(name + "-" + like.rate() + "-" + like.channels() + ".mp3"));
  }

  private static List<Mp3Frame> frames(Source cue) {
    List<Mp3Frame> frames = new ArrayList<>();
    Optional<Mp3Frame> frame = Mp3Frame.at(cue, 0);
    while (frame.isPresent()) {
      frames.add(frame.get());
      frame = Mp3Frame.at(cue, frame.get().end());
    }
    return frames;
  }

  private static Duration duration(long frames, Mp3Frame like) {
    return Duration.ofMillis(frames * like.samples() * 1000 / like.rate());
  }
}
