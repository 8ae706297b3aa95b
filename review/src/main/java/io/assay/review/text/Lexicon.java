package io.assay.review.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Objects;

/**
 * The common Chinese words, by which a chance meeting of characters is told from a hidden word.
 *
 * <p>Held as a Bloom filter: a listed word is always known, and about one in three hundred others
 * is taken for a word. Immutable.
 */
public final class Lexicon {

  private static final int BITS_PER_WORD = 12;
  private static final int PROBES = 6;

  private static final class Shipped {
    static final Lexicon LEXICON = read();
  }

  private final long[] bits;

  private Lexicon(long[] bits) {
    this.bits = bits;
  }

  static Lexicon shipped() {
    return Shipped.LEXICON;
  }

  /** Whether a string, in its common reading, is a common word. */
  boolean has(String word) {
    long hash = hash(word);
    for (int i = 0; i < PROBES; i++) {
      int bit = bit(hash, i, bits.length);
      if ((bits[bit >>> 6] >>> bit & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  /** The shipped form of a list of words. */
  public static byte[] encode(List<String> words) {
    long[] bits = new long[words.size() * BITS_PER_WORD / 64 + 1];
    for (String word : words) {
      long hash = hash(reading(word));
      for (int i = 0; i < PROBES; i++) {
        int bit = bit(hash, i, bits.length);
        bits[bit >>> 6] |= 1L << bit;
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate(bits.length * Long.BYTES);
    bytes.asLongBuffer().put(bits);
    return bytes.array();
  }

  private static Lexicon read() {
    try (InputStream in =
        Objects.requireNonNull(Lexicon.class.getResourceAsStream("lexicon.bin"))) {
      LongBuffer longs = ByteBuffer.wrap(in.readAllBytes()).asLongBuffer();
      long[] bits = new long[longs.remaining()];
      longs.get(bits);
      return new Lexicon(bits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reading(String word) {
    StringBuilder reading = new StringBuilder();
    word.codePoints().forEach(c -> reading.append(Folding.shipped().symbols(c)));
    return reading.toString();
  }

  private static long hash(String word) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private static int bit(long hash, int probe, int words) {
    int mixed = (int) (hash >>> 32) + probe * ((int) hash | 1);
    return Integer.remainderUnsigned(mixed, words * 64);
  }
}
