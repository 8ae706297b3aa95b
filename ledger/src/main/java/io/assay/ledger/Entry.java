package io.assay.ledger;

import io.assay.ledger.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One event of the log: its type, the version of that type's schema, its time in microseconds, and
 * a body of strings, booleans, integers of at most 53 bits, lists and maps.
 *
 * <p>An entry has exactly one form in bytes, canonical JSON of at most {@value #MAX_BYTES} bytes,
 * and that form is what the tree hashes. Bodies name persons and content by salted commitments
 * only. Immutable.
 */
public record Entry(String type, int version, Instant time, Map<String, Object> body) {

  /** What a bundle's 16-bit length can say (c2sp.org/tlog-tiles). */
  public static final int MAX_BYTES = 65_535;

  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]*([._-][a-z0-9]+)*");
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  /**
   * @throws IllegalArgumentException when the type is not of lower-case words joined by dots, the
   *     version is below 1 or the body holds a value without a canonical form
   * @throws LedgerException when the entry is larger than {@value #MAX_BYTES} bytes
   */
  public Entry {
    if (type.length() > 64 || !TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException(
          "an entry's type is lower-case words joined by dots, at most 64 characters: " + type);
    }
    if (version < 1) {
      throw new IllegalArgumentException("a schema version starts at 1: " + version);
    }
    time = time.truncatedTo(ChronoUnit.MICROS);
    body = CanonicalJson.copy(body);
    int size = encode(type, version, time, body).length;
    if (size > MAX_BYTES) {
      throw new LedgerException(
          LedgerException.Reason.TOO_LARGE,
          "entry %s has %d bytes, at most %d fit; put the payload into the vault and log its commitment"
              .formatted(type, size, MAX_BYTES));
    }
  }

  /** An entry by the first version of its type's schema. */
  public static Entry of(String type, Instant time, Map<String, ?> body) {
    return new Entry(type, 1, time, CanonicalJson.copy(body));
  }

  /**
   * Reads an entry back from its canonical bytes.
   *
   * @throws IllegalArgumentException when they are not an entry's canonical bytes
   */
  public static Entry parse(byte[] bytes) {
    Map<String, Object> fields = CanonicalJson.decode(bytes);
    if (fields.size() == 4
        && fields.get("type") instanceof String type
        && fields.get("v") instanceof Long version
        && fields.get("time") instanceof String time
        && fields.get("body") instanceof Map<?, ?> body) {
      Entry entry = of(type, Math.toIntExact(version), parseTime(time), body);
      if (TIME.format(entry.time).equals(time)) {
        return entry;
      }
    }
    throw new IllegalArgumentException(
        "an entry has exactly body, time (to the microsecond), type and v");
  }

  /** The canonical form: what is stored, hashed and proved. */
  public byte[] bytes() {
    return encode(type, version, time, body);
  }

  /** The canonical form as text. */
  @Override
  public String toString() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked")
  private static Entry of(String type, int version, Instant time, Map<?, ?> body) {
    return new Entry(type, version, time, (Map<String, Object>) body);
  }

  private static Instant parseTime(String time) {
    try {
      return Instant.parse(time);
    } catch (DateTimeParseException malformed) {
      throw new IllegalArgumentException("not a time: " + time, malformed);
    }
  }

  private static byte[] encode(String type, int version, Instant time, Map<String, Object> body) {
    return CanonicalJson.encode(
        Map.of("type", type, "v", version, "time", TIME.format(time), "body", body));
  }
}
