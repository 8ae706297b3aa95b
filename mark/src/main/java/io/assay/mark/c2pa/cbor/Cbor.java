package io.assay.mark.c2pa.cbor;

import io.assay.mark.MarkException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A CBOR data item (RFC 8949). Immutable as long as the byte arrays given are left alone. Integers
 * are those of a Java long; nothing in C2PA needs more.
 */
public sealed interface Cbor {
  /** An integer. */
  record Int(long value) implements Cbor {}

  /** A byte string. */
  record Bytes(byte[] value) implements Cbor {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes(byte[] bytes) && Arrays.equals(value, bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
      return "h'" + value.length + " bytes'";
    }
  }

  /** A text string. */
  record Text(String value) implements Cbor {}

  /** An array. */
  record Items(List<Cbor> values) implements Cbor {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A map; it keeps the order in which entries were given, and is written in the canonical one. */
  record Fields(SequencedMap<Cbor, Cbor> entries) implements Cbor {
    public Fields {
      entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }

    /** The value under a text key. */
    public Optional<Cbor> get(String key) {
      return Optional.ofNullable(entries.get(new Text(key)));
    }

    /** The value under an integer key. */
    public Optional<Cbor> get(long key) {
      return Optional.ofNullable(entries.get(new Int(key)));
    }

    /** The text under a key that must be there. */
    public String text(String key) {
      return require(key).asText();
    }

    public Optional<String> optionalText(String key) {
      return get(key).map(Cbor::asText);
    }

    /** The value under a key that must be there. */
    public Cbor require(String key) {
      return get(key)
          .orElseThrow(
              () -> new MarkException(MarkException.Reason.MALFORMED, "'" + key + "' is missing"));
    }

    /** The array under a key; empty where there is none. */
    public List<Cbor> list(String key) {
      return get(key).map(Cbor::asList).orElse(List.of());
    }

    /** This map with one more entry, or one replaced. */
    public Fields with(String key, Cbor value) {
      SequencedMap<Cbor, Cbor> more = new LinkedHashMap<>(entries);
      more.put(new Text(key), value);
      return new Fields(more);
    }
  }

  /** A tagged item. */
  record Tagged(long tag, Cbor item) implements Cbor {}

  /** A floating-point number. */
  record Real(double value) implements Cbor {}

  /** False, true, null, undefined and the unassigned simple values. */
  record Simple(int code) implements Cbor {
    public static final Simple FALSE = new Simple(20);
    public static final Simple TRUE = new Simple(21);
    public static final Simple NULL = new Simple(22);
  }

  static Cbor of(long value) {
    return new Int(value);
  }

  static Cbor of(byte[] value) {
    return new Bytes(value);
  }

  static Cbor of(String value) {
    return new Text(value);
  }

  static Cbor of(boolean value) {
    return value ? Simple.TRUE : Simple.FALSE;
  }

  static Cbor list(List<? extends Cbor> items) {
    return new Items(List.copyOf(items));
  }

  static Cbor list(Cbor... items) {
    return new Items(List.of(items));
  }

  /** A map with text keys. */
  static Fields map(Map<String, ? extends Cbor> entries) {
    SequencedMap<Cbor, Cbor> out = new LinkedHashMap<>();
    entries.forEach((key, value) -> out.put(new Text(key), value));
    return new Fields(out);
  }

  /** The deterministic encoding. */
  default byte[] encode() {
    return CborWriter.encode(this);
  }

  /** Decodes one item that fills {@code bytes}. */
  static Cbor decode(byte[] bytes) {
    return CborReader.decode(bytes);
  }

  default String asText() {
    return switch (this) {
      case Text(String value) -> value;
      case Tagged(long tag, Text(String value)) when tag == 0 || tag == 32 -> value;
      default -> throw wrong("text");
    };
  }

  default byte[] asBytes() {
    if (this instanceof Bytes(byte[] value)) {
      return value;
    }
    throw wrong("bytes");
  }

  default long asLong() {
    if (this instanceof Int(long value)) {
      return value;
    }
    throw wrong("an integer");
  }

  default List<Cbor> asList() {
    if (this instanceof Items(List<Cbor> values)) {
      return values;
    }
    throw wrong("an array");
  }

  default Fields asFields() {
    if (this instanceof Fields fields) {
      return fields;
    }
    throw wrong("a map");
  }

  private MarkException wrong(String wanted) {
    return new MarkException(
        MarkException.Reason.MALFORMED,
        "expected " + wanted + " in CBOR but found " + getClass().getSimpleName());
  }
}
