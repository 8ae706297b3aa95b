package io.assay.mark.c2pa.slot;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.StorePlan;
import io.assay.mark.container.StoreSlot;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Variation selectors behind plain text (specification 2.3, appendix A.8): each byte of the wrapper
 * is one invisible character. The wrapper is padded so that its length follows from the store's.
 */
final class TextSlot implements StoreSlot {
  private static final byte[] MAGIC = "C2PATXT\0".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = MAGIC.length + 1 + Integer.BYTES;
  private static final byte VERSION = 1;
  private static final byte[] START = "\ufeff".getBytes(StandardCharsets.UTF_8);
  private static final int FEW = 0xfe00;
  private static final int MANY = 0xe0100;
  private static final int SLACK = 6;
  private static final long MAX_TEXT = 64L << 20;

  @Override
  public Optional<byte[]> read(Source file) {
    return wrapper(file).map(Wrapper::store);
  }

  @Override
  public List<Range> location(Source file) {
    return wrapper(file).map(Wrapper::run).stream().toList();
  }

  private record Wrapper(Range run, byte[] store) {}

  private static Optional<Wrapper> wrapper(Source file) {
    byte[] text = file.bytes(0, Math.min(file.length(), MAX_TEXT));
    List<Wrapper> found = new ArrayList<>();
    int at = 0;
    while ((at = indexOfStart(text, at)) >= 0) {
      ByteArrayOutputStream selected = new ByteArrayOutputStream();
      int end = decode(text, at + START.length, selected);
      unwrap(selected.toByteArray(), at, end).ifPresent(found::add);
      at = Math.max(end, at + START.length);
    }
    if (found.size() > 1) {
      throw MarkException.malformed("two manifest stores in one text", found.get(1).run.at());
    }
    return found.stream().findFirst();
  }

  private static int indexOfStart(byte[] text, int from) {
    for (int i = from; i <= text.length - START.length; i++) {
      if (text[i] == START[0] && text[i + 1] == START[1] && text[i + 2] == START[2]) {
        return i;
      }
    }
    return -1;
  }

  /** Reads selectors from an offset on and returns where they end. */
  private static int decode(byte[] text, int from, ByteArrayOutputStream out) {
    int at = from;
    while (true) {
      if (at + 3 <= text.length
          && text[at] == (byte) 0xef
          && text[at + 1] == (byte) 0xb8
          && (text[at + 2] & 0xf0) == 0x80) {
        out.write(text[at + 2] & 0x0f);
        at += 3;
      } else if (at + 4 <= text.length && text[at] == (byte) 0xf3 && text[at + 1] == (byte) 0xa0) {
        int selector = 0xe0000 | ((text[at + 2] & 0x3f) << 6) | (text[at + 3] & 0x3f);
        if (selector < MANY || selector > MANY + 0xef) {
          return at;
        }
        out.write(selector - MANY + 16);
        at += 4;
      } else {
        return at;
      }
    }
  }

  private static Optional<Wrapper> unwrap(byte[] bytes, int at, int end) {
    if (bytes.length < HEAD || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      return Optional.empty();
    }
    int length = ByteBuffer.wrap(bytes).getInt(MAGIC.length + 1);
    if (bytes[MAGIC.length] != VERSION || length < 0 || length > bytes.length - HEAD) {
      throw MarkException.malformed("the manifest in the text is cut off", at);
    }
    return Optional.of(
        new Wrapper(new Range(at, end - at), Arrays.copyOfRange(bytes, HEAD, HEAD + length)));
  }

  /** The text is brought into Unicode normal form C, over which readers hash. */
  @Override
  public StorePlan plan(Source file, byte[] store) {
    byte[] text = withoutWrapper(file);
    byte[] normal = normalize(text);
    byte[] wrapper = wrap(store);
    List<Splice> splices = new ArrayList<>();
    if (file.length() == normal.length && Arrays.equals(text, normal)) {
      splices.add(Splice.insert(file.length(), wrapper));
    } else {
      byte[] whole = Arrays.copyOf(normal, normal.length + wrapper.length);
      System.arraycopy(wrapper, 0, whole, normal.length, wrapper.length);
      splices.add(new Splice(0, file.length(), whole));
    }
    return new StorePlan(splices, List.of(new Range(normal.length, wrapper.length)));
  }

  private static byte[] withoutWrapper(Source file) {
    if (file.length() > MAX_TEXT) {
      throw MarkException.limit("a text over " + MAX_TEXT + " bytes", MAX_TEXT);
    }
    byte[] text = file.bytes();
    return wrapper(file)
        .map(
            wrapper -> {
              ByteArrayOutputStream rest = new ByteArrayOutputStream();
              rest.write(text, 0, (int) wrapper.run.at());
              int end = (int) wrapper.run.end();
              rest.write(text, end, text.length - end);
              return rest.toByteArray();
            })
        .orElse(text);
  }

  private static byte[] normalize(byte[] text) {
    try {
      String decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
      return Normalizer.normalize(decoded, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw MarkException.malformed("the text is not UTF-8", 0);
    }
  }

  private static byte[] wrap(byte[] store) {
    byte[] bytes =
        ByteBuffer.allocate(HEAD + store.length)
            .put(MAGIC)
            .put(VERSION)
            .putInt(store.length)
            .put(store)
            .array();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(START);
    for (byte b : bytes) {
      out.writeBytes(selector(b & 0xff));
    }
    int missing = START.length + bytes.length * 4 + SLACK - out.size();
    while (missing > 0) {
      byte[] pad = selector(missing % 4 == 0 ? 16 : 0);
      out.writeBytes(pad);
      missing -= pad.length;
    }
    return out.toByteArray();
  }

  private static byte[] selector(int value) {
    int character = value < 16 ? FEW + value : MANY + value - 16;
    return Character.toString(character).getBytes(StandardCharsets.UTF_8);
  }
}
