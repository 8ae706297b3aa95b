package io.assay.ledger;

import io.assay.ledger.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One event of the log: its type, the version of that type's schema, its time in microseconds, and
 * a body of strings, booleans, integers of at most 53 bits, lists and maps.
 *
 * <p>An entry has exactly one form in bytes, canonical JSON of at most {@value #MAX_BYTES} bytes,
 * and that form is what the tree hashes. Bodies name persons and content by salted commitments
 * only. Immutable.
 */
public final class Entry {

  /** What a bundle's 16-bit length can say (c2sp.org/tlog-tiles). */
  public static final int MAX_BYTES = 65_535;

  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]*([._-][a-z0-9]+)*");
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  private final String type;
  private final int version;
  private final Instant time;
  private final Map<String, Object> body;
  private final byte[] bytes;

  /**
   * An entry by some version of its type's schema.
   *
   * @throws IllegalArgumentException when the type is not of lower-case words joined by dots, the
   *     version is below 1 or the body holds a value without a canonical form
   * @throws LedgerException when the entry is larger than {@value #MAX_BYTES} bytes
   */
  public Entry(String type, int version, Instant time, Map<String, ?> body) {
    this.type = checkType(type);
    this.version = checkVersion(version);
    this.time = time.truncatedTo(ChronoUnit.MICROS);
    this.body = CanonicalJson.copy(body);
    this.bytes = CanonicalJson.encodeCopy(fields());
    if (bytes.length > MAX_BYTES) {
      throw new LedgerException(
          LedgerException.Reason.TOO_LARGE,
          "entry %s has %d bytes, at most %d fit; put the payload into the vault and log its commitment"
              .formatted(type, bytes.length, MAX_BYTES));
    }
  }

  private Entry(String type, long version, Instant time, Map<String, Object> body, byte[] bytes) {
    this.type = checkType(type);
    this.version = checkVersion(version);
    this.time = time;
    this.body = body;
    this.bytes = bytes.clone();
  }

  /** An entry by the first version of its type's schema. */
  public static Entry of(String type, Instant time, Map<String, ?> body) {
    return new Entry(type, 1, time, body);
  }

  /**
   * Reads an entry back from its canonical bytes.
   *
   * @throws IllegalArgumentException when they are not an entry's canonical bytes
   */
  @SuppressWarnings("unchecked")
  public static Entry parse(byte[] bytes) {
    Map<String, Object> fields = CanonicalJson.decode(bytes);
    if (bytes.length <= MAX_BYTES
        && fields.size() == 4
        && fields.get("type") instanceof String type
        && fields.get("v") instanceof Long version
        && fields.get("time") instanceof String text
        && fields.get("body") instanceof Map<?, ?> body) {
      Instant time = parseTime(text);
      if (TIME.format(time).equals(text)) {
        return new Entry(type, version, time, (Map<String, Object>) body, bytes);
      }
    }
    throw new IllegalArgumentException(
        "an entry has exactly body, time (to the microsecond), type and v");
  }

  public String type() {
    return type;
  }

  /** The version of the type's schema, from 1. */
  public int version() {
    return version;
  }

  public Instant time() {
    return time;
  }

  /** The content; it cannot be changed. */
  public Map<String, Object> body() {
    return body;
  }

  /** The canonical form: what is stored, hashed and proved. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Entry entry && Arrays.equals(bytes, entry.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The canonical form as text. */
  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String checkType(String type) {
    if (type.length() > 64 || !TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException(
          "an entry's type is lower-case words joined by dots, at most 64 characters: " + type);
    }
    return type;
  }

  private static int checkVersion(long version) {
    if (version < 1 || version > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a schema version starts at 1: " + version);
    }
    return (int) version;
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("body", body);
    fields.put("time", TIME.format(time));
    fields.put("type", type);
    fields.put("v", version);
    return fields;
  }

  private static Instant parseTime(String time) {
    try {
      return Instant.parse(time);
    } catch (DateTimeParseException malformed) {
      throw new IllegalArgumentException("not a time: " + time, malformed);
    }
  }
}
