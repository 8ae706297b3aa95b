package io.assay.mark.audio;

/** The logarithmic codings of ITU-T G.711. */
public final class Companding {
  private static final int BIAS = 33;

  private Companding() {}

  public static double fromMuLaw(byte code) {
    int inverted = ~code & 0xff;
    int magnitude = ((((inverted & 0x0f) << 1) | BIAS) << ((inverted >> 4) & 7)) - BIAS;
    return ((inverted & 0x80) != 0 ? -magnitude : magnitude) / 8192.0;
  }

  static byte toMuLaw(double value) {
    int magnitude = (int) Math.min(8158, Math.round(Math.abs(value) * 8192)) + BIAS;
    int segment = 31 - Integer.numberOfLeadingZeros(magnitude) - 5;
    int code = (segment << 4) | ((magnitude >> (segment + 1)) & 0x0f);
    return (byte) ~(value < 0 ? code | 0x80 : code);
  }

  static double fromALaw(byte code) {
    int toggled = code ^ 0x55;
    int segment = toggled >> 4 & 7;
    int mantissa = (toggled & 0x0f) << 1 | 1;
    int magnitude = segment == 0 ? mantissa : (mantissa + 32) << (segment - 1);
    return ((toggled & 0x80) != 0 ? magnitude : -magnitude) / 4096.0;
  }

  static byte toALaw(double value) {
    int magnitude = (int) Math.min(4095, Math.abs(value) * 4096);
    int segment = Math.max(0, 31 - Integer.numberOfLeadingZeros(Math.max(1, magnitude)) - 4);
    int mantissa = (magnitude >> Math.max(1, segment)) & 0x0f;
    int code = (segment << 4) | mantissa;
    return (byte) ((value >= 0 ? code | 0x80 : code) ^ 0x55);
  }
}
