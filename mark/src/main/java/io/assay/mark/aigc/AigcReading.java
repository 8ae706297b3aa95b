package io.assay.mark.aigc;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in a file where an AIGC record is expected.
 *
 * @param fields the values by their right names, whatever the file calls them
 * @param label the record, where it keeps every rule of Annex E
 * @param deviations how the text departs from Annex E, most telling first
 */
public record AigcReading(
    Map<String, String> fields, Optional<AigcLabel> label, List<Deviation> deviations) {

  /** A way in which files in the wild depart from Annex E. */
  public enum Rule {
    /** The text is not JSON. */
    NOT_JSON("aigc.not-json"),
    /** A character that Annex E j) does not allow. */
    CHARSET("aigc.charset"),
    /** Label is none of 1, 2, 3. */
    LABEL_VALUE("aigc.label-value"),
    /** A field that must be there is missing. */
    MISSING_FIELD("aigc.missing-field"),
    /** A field that must have a value is empty. */
    EMPTY_FIELD("aigc.empty-field"),
    /** A key that is nearly one of the seven. */
    NEAR_MISS_KEY("aigc.near-miss-key"),
    /** A key of another schema. */
    FOREIGN_SCHEMA("aigc.foreign-schema"),
    /** A value that is no string. */
    NOT_A_STRING("aigc.not-a-string"),
    /** The object is wrapped in another with the key AIGC. */
    WRAPPED("aigc.wrapped"),
    /** A comma before a closing brace. */
    TRAILING_COMMA("aigc.trailing-comma"),
    /** A producer code of 27 characters whose parts do not fit. */
    PROVIDER_CODE("aigc.provider-code");

    private final String id;

    Rule(String id) {
      this.id = id;
    }

    /** The stable identifier for reports. */
    public String id() {
      return id;
    }

    /** Whether a file with this deviation still has a usable, conforming label. */
    public boolean tolerable() {
      return this == WRAPPED || this == TRAILING_COMMA || this == PROVIDER_CODE;
    }
  }

  /** One deviation, in words. */
  public record Deviation(Rule rule, String detail) {}

  public AigcReading {
    fields = Map.copyOf(fields);
    deviations = List.copyOf(deviations);
  }

  /** Whether anything of an AIGC record was recognised. */
  public boolean recognised() {
    return !fields.isEmpty();
  }
}
