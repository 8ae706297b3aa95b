package io.assay.mark.audio;

import io.assay.mark.container.Source;
import java.util.Optional;

/**
 * The header of one MPEG audio layer III frame (ISO 11172-3, 13818-3).
 *
 * @param version 1, 2, or 25 for the 2.5 extension
 * @param length in bytes, header included
 * @param side where its side information starts, from the frame's start
 */
public record Mp3Frame(long at, int version, int rate, int channels, int length, int side) {
  private static final int[] RATES = {44_100, 48_000, 32_000};
  private static final int[] KILOBITS_1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] KILOBITS_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };

  /** The frame that starts at {@code at}; empty where none does. */
  public static Optional<Mp3Frame> at(Source file, long at) {
    if (at + 4 > file.length()) {
      return Optional.empty();
    }
    long header = file.u32be(at);
    int bits = (int) (header >> 19 & 3);
    int kilobits = (int) (header >> 12 & 15);
    int rateIndex = (int) (header >> 10 & 3);
    boolean layerThree = (header >> 17 & 3) == 1;
    if (header >> 21 != 0x7ff || bits == 1 || !layerThree || kilobits == 15 || rateIndex == 3) {
      return Optional.empty();
    }
    int version = bits == 3 ? 1 : bits == 2 ? 2 : 25;
    int rate = RATES[rateIndex] / (version == 1 ? 1 : version == 2 ? 2 : 4);
    int bitRate = (version == 1 ? KILOBITS_1 : KILOBITS_2)[kilobits] * 1000;
    int length = (version == 1 ? 144 : 72) * bitRate / rate + (int) (header >> 9 & 1);
    int side = (header >> 16 & 1) == 1 ? 4 : 6;
    int channels = (header >> 6 & 3) == 3 ? 1 : 2;
    return bitRate == 0
        ? Optional.empty()
        : Optional.of(new Mp3Frame(at, version, rate, channels, length, side));
  }

  /** The first frame from {@code from} on that another follows. */
  public static Optional<Mp3Frame> first(Source file, long from) {
    long last = Math.min(file.length() - 4, from + (1 << 16));
    for (long at = from; at <= last; at++) {
      Optional<Mp3Frame> frame = at(file, at);
      if (frame.isPresent()
          && (frame.get().end() >= file.length() || at(file, frame.get().end()).isPresent())) {
        return frame;
      }
    }
    return Optional.empty();
  }

  public long end() {
    return at + length;
  }

  /** Samples of one channel in a frame. */
  public int samples() {
    return version == 1 ? 1152 : 576;
  }

  /** Length of the side information. */
  public int sideLength() {
    if (version == 1) {
      return channels == 1 ? 17 : 32;
    }
    return channels == 1 ? 9 : 17;
  }

  /** Whether the frame's data starts in itself and not in the frames before. */
  public boolean startsAfresh(Source file) {
    int begin = version == 1 ? file.u16be(at + side) >> 7 : file.u8(at + side);
    return begin == 0;
  }
}
