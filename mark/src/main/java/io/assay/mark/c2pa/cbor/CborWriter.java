package io.assay.mark.c2pa.cbor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the core deterministic encoding: shortest heads, definite lengths, map keys in bytewise
 * order of their encodings (RFC 8949 section 4.2.1).
 */
final class CborWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private CborWriter() {}

  static byte[] encode(Cbor item) {
    CborWriter writer = new CborWriter();
    writer.write(item);
    return writer.out.toByteArray();
  }

  private void write(Cbor item) {
    switch (item) {
      case Cbor.Int(long value) -> head(value < 0 ? 1 : 0, value < 0 ? ~value : value);
      case Cbor.Bytes(byte[] value) -> string(2, value);
      case Cbor.Text(String value) -> string(3, value.getBytes(StandardCharsets.UTF_8));
      case Cbor.Items(var values) -> {
        head(4, values.size());
        values.forEach(this::write);
      }
      case Cbor.Fields(var entries) -> fields(entries);
      case Cbor.Tagged(long tag, Cbor inner) -> {
        head(6, tag);
        write(inner);
      }
      case Cbor.Real(double value) -> real(value);
      case Cbor.Simple(int code) -> head(7, code);
    }
  }

  private void string(int major, byte[] bytes) {
    head(major, bytes.length);
    out.writeBytes(bytes);
  }

  private void fields(Map<Cbor, Cbor> entries) {
    TreeMap<byte[], Cbor> ordered = new TreeMap<>(Arrays::compareUnsigned);
    entries.forEach((key, value) -> ordered.put(encode(key), value));
    head(5, ordered.size());
    ordered.forEach(
        (key, value) -> {
          out.writeBytes(key);
          write(value);
        });
  }

  private void real(double value) {
    float single = (float) value;
    if (Double.isNaN(value)) {
      number(0xf9, Float.floatToFloat16(Float.NaN), 2);
    } else if (single != value) {
      number(0xfb, Double.doubleToRawLongBits(value), 8);
    } else if (Float.float16ToFloat(Float.floatToFloat16(single)) == single) {
      number(0xf9, Float.floatToFloat16(single), 2);
    } else {
      number(0xfa, Float.floatToRawIntBits(single), 4);
    }
  }

  private void head(int major, long argument) {
    int top = major << 5;
    if (argument < 24) {
      out.write(top | (int) argument);
    } else if (argument < 1L << 8) {
      number(top | 24, argument, 1);
    } else if (argument < 1L << 16) {
      number(top | 25, argument, 2);
    } else if (argument < 1L << 32) {
      number(top | 26, argument, 4);
    } else {
      number(top | 27, argument, 8);
    }
  }

  private void number(int initial, long value, int width) {
    out.write(initial);
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }
}
