package io.assay.office;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sentence for people, kept as the key of its message and what fills its gaps, so that all read
 * it in their own language.
 *
 * @param code the key of a message; empty when there is nothing to say
 * @param values what fills its gaps in order; one that is itself the key of a message is said in
 *     words
 */
public record Remark(String code, List<String> values) {
  public static final Remark NONE = new Remark("", List.of());

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String KEPT = "[\"";

  public Remark {
    values = List.copyOf(values);
  }

  public static Remark of(String code, Object... values) {
    return new Remark(code, Stream.of(values).map(String::valueOf).toList());
  }

  /** What {@link #kept()} made; anything else is a code. */
  public static Remark valueOf(String kept) {
    if (!kept.startsWith(KEPT)) {
      return kept.isEmpty() ? NONE : of(kept);
    }
    List<String> parts = List.of(JSON.readValue(kept, String[].class));
    return new Remark(parts.getFirst(), parts.subList(1, parts.size()));
  }

  /** For a column of text; empty when there is nothing to say. */
  public String kept() {
    if (isEmpty()) {
      return "";
    }
    List<String> parts = new ArrayList<>(List.of(code));
    parts.addAll(values);
    return JSON.writeValueAsString(parts);
  }

  public boolean isEmpty() {
    return code.isEmpty();
  }
}
