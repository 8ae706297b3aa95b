package io.assay.mark.audio;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;

/**
 * How samples are stored in a WAV file.
 *
 * @param frame bytes of one sample on all channels
 */
public record PcmFormat(Coding coding, int channels, int rate, int frame) {
  private static final int EXTENSIBLE = 0xfffe;
  private static final int MOST_CHANNELS = 256;

  /** A coding in which every sample stands for itself. */
  public enum Coding {
    UNSIGNED_8(1),
    SIGNED_16(2),
    SIGNED_24(3),
    SIGNED_32(4),
    FLOAT_32(4),
    FLOAT_64(8),
    A_LAW(1),
    MU_LAW(1);

    private final int bytes;

    Coding(int bytes) {
      this.bytes = bytes;
    }
  }

  /** Reads a {@code fmt } chunk. */
  public static PcmFormat read(Source file, Range chunk) {
    int code = file.u16le(chunk.at());
    int channels = file.u16le(chunk.at() + 2);
    long rate = file.u32le(chunk.at() + 4);
    int frame = file.u16le(chunk.at() + 12);
    int bits = file.u16le(chunk.at() + 14);
    if (code == EXTENSIBLE && chunk.length() >= 26) {
      code = file.u16le(chunk.at() + 24);
    }
    Coding coding = coding(code, bits, chunk.at());
    if (channels == 0 || channels > MOST_CHANNELS || frame != channels * coding.bytes) {
      throw MarkException.malformed(
          channels + " channels do not fit frames of " + frame + " bytes", chunk.at());
    }
    if (rate < 1000 || rate > 1_000_000) {
      throw MarkException.malformed("a sample rate of " + rate + " Hz", chunk.at() + 4);
    }
    return new PcmFormat(coding, channels, (int) rate, frame);
  }

  private static Coding coding(int code, int bits, long at) {
    if (code == 1) {
      return switch (bits) {
        case 8 -> Coding.UNSIGNED_8;
        case 16 -> Coding.SIGNED_16;
        case 24 -> Coding.SIGNED_24;
        case 32 -> Coding.SIGNED_32;
        default -> throw MarkException.malformed("PCM of " + bits + " bits", at);
      };
    }
    if (code == 3) {
      return bits == 64 ? Coding.FLOAT_64 : Coding.FLOAT_32;
    }
    if (code == 6 || code == 7) {
      return code == 6 ? Coding.A_LAW : Coding.MU_LAW;
    }
    throw MarkException.unsupported(
        "an audible label in WAV coding " + code + "; convert the file to PCM");
  }

  /** Encodes one channel onto all, sample after sample; values are -1 to 1. */
  public byte[] encode(double[] mono) {
    byte[] out = new byte[Math.multiplyExact(mono.length, frame)];
    for (int i = 0; i < mono.length; i++) {
      for (int channel = 0; channel < channels; channel++) {
        put(out, i * frame + channel * coding.bytes, Math.clamp(mono[i], -1, 1));
      }
    }
    return out;
  }

  private void put(byte[] out, int at, double value) {
    switch (coding) {
      case UNSIGNED_8 -> out[at] = (byte) Math.round(value * 127 + 128);
      case SIGNED_16 -> little(out, at, 2, Math.round(value * 0x7fff));
      case SIGNED_24 -> little(out, at, 3, Math.round(value * 0x7fffff));
      case SIGNED_32 -> little(out, at, 4, Math.round(value * 0x7fffffff));
      case FLOAT_32 -> little(out, at, 4, Float.floatToIntBits((float) value));
      case FLOAT_64 -> little(out, at, 8, Double.doubleToLongBits(value));
      case A_LAW -> out[at] = Companding.toALaw(value);
      case MU_LAW -> out[at] = Companding.toMuLaw(value);
    }
  }

  private static void little(byte[] out, int at, int width, long value) {
    for (int i = 0; i < width; i++) {
      out[at + i] = (byte) (value >> (8 * i));
    }
  }

  /** The sample that starts at {@code at}, -1 to 1. */
  public double sample(byte[] bytes, int at) {
    return switch (coding) {
      case UNSIGNED_8 -> ((bytes[at] & 0xff) - 128) / 128.0;
      case SIGNED_16 -> (short) signed(bytes, at, 2) / 32768.0;
      case SIGNED_24 -> ((int) signed(bytes, at, 3) << 8 >> 8) / 8388608.0;
      case SIGNED_32 -> (int) signed(bytes, at, 4) / 2147483648.0;
      case FLOAT_32 -> Float.intBitsToFloat((int) signed(bytes, at, 4));
      case FLOAT_64 -> Double.longBitsToDouble(signed(bytes, at, 8));
      case A_LAW -> Companding.fromALaw(bytes[at]);
      case MU_LAW -> Companding.fromMuLaw(bytes[at]);
    };
  }

  private static long signed(byte[] bytes, int at, int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value |= (bytes[at + i] & 0xffL) << (8 * i);
    }
    return value;
  }
}
