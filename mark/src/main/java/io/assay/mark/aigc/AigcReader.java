package io.assay.mark.aigc;

import io.assay.mark.MarkException;
import io.assay.mark.aigc.AigcLabel.Attribution;
import io.assay.mark.aigc.AigcReading.Deviation;
import io.assay.mark.aigc.AigcReading.Rule;
import io.assay.mark.text.Json;
import io.assay.mark.text.JsonReader;
import io.assay.mark.text.Markup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads AIGC records as they are found: the form of Annex E and the variants that vendors write.
 */
public final class AigcReader {
  private static final List<String> KEYS =
      List.of(
          "Label",
          "ContentProducer",
          "ProduceID",
          "ReservedCode1",
          "ContentPropagator",
          "PropagateID",
          "ReservedCode2");
  private static final Map<String, String> FOREIGN =
      Map.of(
          "ServiceProvider",
          "ContentProducer",
          "ContentId",
          "ProduceID",
          "aigc_label_type",
          "Label");
  private static final Map<String, String> ALIASES =
      Map.of(
          "propagator", "ContentPropagator",
          "producer", "ContentProducer",
          "propatorid", "PropagateID",
          "propagatorid", "PropagateID",
          "producerid", "ProduceID");
  private static final int MAX_VALUE = 1 << 20;

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final List<Deviation> deviations = new ArrayList<>();

  private AigcReader() {}

  /** Reads {@code text}; what cannot be understood is a deviation, never an exception. */
  public static AigcReading read(String text) {
    return new AigcReader().reading(text);
  }

  /** Whether {@code text} holds an AIGC record at all: at least one known field. */
  public static boolean recognises(String text) {
    return text.length() <= MAX_VALUE && text.contains("{") && read(text).recognised();
  }

  private AigcReading reading(String text) {
    if (text.length() > MAX_VALUE) {
      note(Rule.NOT_JSON, text.length() + " characters are no label");
      return new AigcReading(Map.of(), Optional.empty(), deviations);
    }
    object(text).ifPresent(this::collect);
    Optional<AigcLabel> label = fields.isEmpty() ? Optional.empty() : label();
    return new AigcReading(fields, label, deviations);
  }

  private Optional<Json.Struct> object(String text) {
    String json = text.strip();
    int brace = json.indexOf('{');
    String prefix = brace < 0 ? "" : json.substring(0, brace).strip();
    if (prefix.matches("(TC260:)?AIGC\\s*[=:]?")) {
      json = json.substring(brace);
    }
    if (json.contains("&quot;")) {
      json = Markup.unescape(json);
    }
    try {
      return unwrap(JsonReader.read(json), 0);
    } catch (MarkException e) {
      note(Rule.NOT_JSON, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Json.Struct> unwrap(Json json, int depth) {
    if (json instanceof Json.Struct object) {
      if (object.lenient()) {
        note(Rule.TRAILING_COMMA, "a comma before the closing brace");
      }
      Optional<Json> inner = object.get("AIGC");
      if (inner.isEmpty() || depth > 2) {
        return Optional.of(object);
      }
      note(Rule.WRAPPED, "the object stands under a key AIGC");
      return inner.get() instanceof Json.Text text
          ? unwrap(JsonReader.read(text.value()), depth + 1)
          : unwrap(inner.get(), depth + 1);
    }
    note(Rule.NOT_JSON, "a JSON object is needed");
    return Optional.empty();
  }

  private void collect(Json.Struct object) {
    for (Json.Member member : object.members()) {
      Optional<String> key = known(member.key());
      Optional<String> value = member.value().scalar();
      if (key.isEmpty() || value.isEmpty()) {
        continue;
      }
      if (member.value() instanceof Json.Literal) {
        note(Rule.NOT_A_STRING, key.get() + " must be a string");
      }
      fields.putIfAbsent(key.get(), value.get());
    }
  }

  private Optional<String> known(String key) {
    if (KEYS.contains(key)) {
      return Optional.of(key);
    }
    String foreign = FOREIGN.get(key);
    if (foreign != null) {
      note(Rule.FOREIGN_SCHEMA, key + " read as " + foreign);
      return Optional.of(foreign);
    }
    Optional<String> near = nearMiss(key);
    near.ifPresent(right -> note(Rule.NEAR_MISS_KEY, key + " should be " + right));
    return near;
  }

  private Optional<AigcLabel> label() {
    String code = fields.getOrDefault("Label", "");
    Optional<Attribution> attribution =
        Arrays.stream(Attribution.values()).filter(a -> a.code().equals(code)).findFirst();
    if (attribution.isEmpty()) {
      note(Rule.LABEL_VALUE, "Label is \"" + code + "\" and must be 1, 2 or 3");
    }
    for (String key : KEYS) {
      String value = fields.get(key);
      if (value == null) {
        note(Rule.MISSING_FIELD, key + " is missing");
      } else if (!AigcLabel.keepsCharset(value)) {
        note(Rule.CHARSET, key + " holds a character that Annex E j) does not allow");
      }
    }
    requireProducer(attribution);
    return deviations.stream().allMatch(d -> d.rule().tolerable())
        ? attribution.map(this::build)
        : Optional.empty();
  }

  private void requireProducer(Optional<Attribution> attribution) {
    String producer = fields.getOrDefault("ContentProducer", "");
    if (attribution.filter(Attribution.IS_GENERATED::equals).isPresent()) {
      for (String key : List.of("ContentProducer", "ProduceID")) {
        if ("".equals(fields.get(key))) {
          note(Rule.EMPTY_FIELD, key + " must have a value when Label is 1");
        }
      }
    }
    if (producer.length() == 27) {
      ProviderCode.fault(producer)
          .ifPresent(fault -> note(Rule.PROVIDER_CODE, "ContentProducer: " + fault));
    }
  }

  private AigcLabel build(Attribution attribution) {
    return new AigcLabel(
        attribution,
        field("ContentProducer"),
        field("ProduceID"),
        field("ReservedCode1"),
        field("ContentPropagator"),
        field("PropagateID"),
        field("ReservedCode2"));
  }

  private String field(String key) {
    return fields.getOrDefault(key, "");
  }

  private void note(Rule rule, String detail) {
    deviations.add(new Deviation(rule, detail));
  }

  /** The key that this one was probably meant to be. */
  private static Optional<String> nearMiss(String key) {
    String alias = ALIASES.get(key.toLowerCase(Locale.ROOT));
    if (alias != null) {
      return Optional.of(alias);
    }
    String folded = key.replace("_", "").toLowerCase(Locale.ROOT);
    return KEYS.stream()
        .filter(right -> key.length() <= 24)
        .filter(right -> near(folded, right.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static boolean near(String key, String right) {
    return key.equals(right) || (key.length() > 5 && distance(key, right) <= 2);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
