package io.assay.mark.c2pa.cbor;

import io.assay.mark.MarkException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Reads well-formed CBOR within bounds on depth and number of items. */
final class CborReader {
  private static final int MAX_DEPTH = 48;
  private static final int MAX_ITEMS = 400_000;
  private static final int INDEFINITE = 31;
  private static final int BREAK = 0xff;

  private final byte[] bytes;
  private int at;
  private int items;

  private CborReader(byte[] bytes) {
    this.bytes = bytes;
  }

  static Cbor decode(byte[] bytes) {
    CborReader reader = new CborReader(bytes);
    Cbor item = reader.item(0);
    if (reader.at != bytes.length) {
      throw MarkException.malformed("bytes follow the CBOR item", reader.at);
    }
    return item;
  }

  private Cbor item(int depth) {
    int start = at;
    if (depth > MAX_DEPTH) {
      throw MarkException.limit("CBOR is nested deeper than " + MAX_DEPTH, start);
    }
    if (++items > MAX_ITEMS) {
      throw MarkException.limit("CBOR holds more than " + MAX_ITEMS + " items", start);
    }
    int initial = u8();
    int major = initial >> 5;
    int info = initial & 31;
    if (major == 7) {
      return simple(info, start);
    }
    if (info == INDEFINITE) {
      return indefinite(major, depth, start);
    }
    long argument = argument(info, start);
    return switch (major) {
      case 0 -> new Cbor.Int(signed(argument, start));
      case 1 -> new Cbor.Int(~signed(argument, start));
      case 2 -> new Cbor.Bytes(take(argument, start));
      case 3 -> new Cbor.Text(text(take(argument, start), start));
      case 4 -> items(count(argument, 1, start), depth);
      case 5 -> fields(count(argument, 2, start), depth);
      default -> new Cbor.Tagged(signed(argument, start), item(depth + 1));
    };
  }

  private Cbor items(int count, int depth) {
    List<Cbor> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(item(depth + 1));
    }
    return new Cbor.Items(values);
  }

  private Cbor fields(int count, int depth) {
    SequencedMap<Cbor, Cbor> entries = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      field(entries, depth);
    }
    return new Cbor.Fields(entries);
  }

  private void field(SequencedMap<Cbor, Cbor> entries, int depth) {
    int start = at;
    Cbor key = item(depth + 1);
    if (entries.put(key, item(depth + 1)) != null) {
      throw MarkException.malformed("a CBOR map repeats a key", start);
    }
  }

  private Cbor indefinite(int major, int depth, int start) {
    return switch (major) {
      case 2 -> new Cbor.Bytes(chunks(major, start));
      case 3 -> new Cbor.Text(text(chunks(major, start), start));
      case 4 -> {
        List<Cbor> values = new ArrayList<>();
        while (!broken()) {
          values.add(item(depth + 1));
        }
        yield new Cbor.Items(values);
      }
      case 5 -> {
        SequencedMap<Cbor, Cbor> entries = new LinkedHashMap<>();
        while (!broken()) {
          field(entries, depth);
        }
        yield new Cbor.Fields(entries);
      }
      default -> throw MarkException.malformed("CBOR head has no length", start);
    };
  }

  private byte[] chunks(int major, int start) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    while (!broken()) {
      int initial = u8();
      if (initial >> 5 != major || (initial & 31) == INDEFINITE) {
        throw MarkException.malformed("CBOR string chunk is of another type", start);
      }
      joined.writeBytes(take(argument(initial & 31, start), start));
    }
    return joined.toByteArray();
  }

  private boolean broken() {
    if (at < bytes.length && (bytes[at] & 0xff) == BREAK) {
      at++;
      return true;
    }
    return false;
  }

  private Cbor simple(int info, int start) {
    return switch (info) {
      case 24 -> {
        int code = u8();
        if (code < 32) {
          throw MarkException.malformed("CBOR simple value " + code + " takes one byte", start);
        }
        yield new Cbor.Simple(code);
      }
      case 25 -> new Cbor.Real(Float.float16ToFloat((short) number(2)));
      case 26 -> new Cbor.Real(Float.intBitsToFloat((int) number(4)));
      case 27 -> new Cbor.Real(Double.longBitsToDouble(number(8)));
      case 28, 29, 30, INDEFINITE ->
          throw MarkException.malformed("CBOR initial byte is reserved", start);
      default -> new Cbor.Simple(info);
    };
  }

  private long argument(int info, int start) {
    if (info < 24) {
      return info;
    }
    return switch (info) {
      case 24 -> number(1);
      case 25 -> number(2);
      case 26 -> number(4);
      case 27 -> number(8);
      default -> throw MarkException.malformed("CBOR initial byte is reserved", start);
    };
  }

  private static long signed(long argument, int start) {
    if (argument < 0) {
      throw MarkException.limit("CBOR integer is wider than 63 bits", start);
    }
    return argument;
  }

  private int count(long argument, int bytesEach, int start) {
    if (argument < 0 || argument > (bytes.length - at) / bytesEach) {
      throw MarkException.malformed(
          "CBOR announces " + Long.toUnsignedString(argument) + " entries in fewer bytes", start);
    }
    return (int) argument;
  }

  private byte[] take(long length, int start) {
    if (length < 0 || length > bytes.length - at) {
      throw MarkException.malformed(
          "CBOR string of " + Long.toUnsignedString(length) + " bytes passes the end", start);
    }
    at += (int) length;
    return Arrays.copyOfRange(bytes, at - (int) length, at);
  }

  private int u8() {
    return (int) number(1);
  }

  private long number(int width) {
    if (width > bytes.length - at) {
      throw MarkException.malformed("CBOR ends inside an item", at);
    }
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = (value << 8) | (bytes[at++] & 0xff);
    }
    return value;
  }

  private static String text(byte[] utf8, int start) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw MarkException.malformed("CBOR text is not UTF-8", start);
    }
  }
}
