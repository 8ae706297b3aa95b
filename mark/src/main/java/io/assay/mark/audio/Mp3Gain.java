package io.assay.mark.audio;

import io.assay.mark.container.Source;
import java.util.Optional;

/**
 * Makes MPEG audio layer III frames louder or fainter without decoding them: every granule carries
 * a gain of its own (ISO 11172-3 section 2.4.3.4.7.1).
 */
public final class Mp3Gain {
  /** How many decibels one step is. */
  public static final double STEP_DECIBELS = 20 * Math.log10(Math.pow(2, 0.25));

  private static final int GAIN_AT = 21;
  private static final int GAIN_BITS = 8;
  private static final int GRANULE_BITS_1 = 59;
  private static final int GRANULE_BITS_2 = 63;

  private Mp3Gain() {}

  /** The same frames, without checksums, changed by so many steps; no gain passes its ends. */
  public static byte[] changed(byte[] frames, int steps) {
    byte[] out = frames.clone();
    Source file = Source.of(frames);
    Optional<Mp3Frame> frame = Mp3Frame.at(file, 0);
    while (frame.isPresent() && frame.get().end() <= frames.length) {
      change(out, frame.get(), steps);
      frame = Mp3Frame.at(file, frame.get().end());
    }
    return out;
  }

  private static void change(byte[] bytes, Mp3Frame frame, int steps) {
    boolean first = frame.version() == 1;
    int granules = (first ? 2 : 1) * frame.channels();
    int size = first ? GRANULE_BITS_1 : GRANULE_BITS_2;
    int granulesAt = 8 * frame.sideLength() - granules * size;
    for (int i = 0; i < granules; i++) {
      long at = 8L * (frame.at() + frame.side()) + granulesAt + (long) i * size + GAIN_AT;
      int gain = Math.clamp(bits(bytes, at) + steps, 0, (1 << GAIN_BITS) - 1);
      for (int bit = 0; bit < GAIN_BITS; bit++) {
        set(bytes, at + bit, (gain >> (GAIN_BITS - 1 - bit) & 1) == 1);
      }
    }
  }

  private static int bits(byte[] bytes, long at) {
    int value = 0;
    for (int bit = 0; bit < GAIN_BITS; bit++) {
      value = value << 1 | (bytes[(int) ((at + bit) >> 3)] >> (7 - ((at + bit) & 7)) & 1);
    }
    return value;
  }

  private static void set(byte[] bytes, long at, boolean value) {
    int mask = 1 << (7 - (at & 7));
    int index = (int) (at >> 3);
    bytes[index] = (byte) (value ? bytes[index] | mask : bytes[index] & ~mask);
  }
}
