package io.assay.office.pool;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What a reader of the register asked for, as the form and the links of the page carry it. */
public record PoolQuery(
    String state,
    String kind,
    String category,
    String disposition,
    String origin,
    String text,
    String before) {

  /** Spring binds the parameters that are there; the others are empty. */
  public PoolQuery {
    state = known(state);
    kind = known(kind);
    category = known(category);
    disposition = known(disposition);
    origin = known(origin);
    text = known(text);
    before = known(before);
  }

  FeatureFilter filter() {
    return new FeatureFilter(
        named(FeatureState.values(), state),
        named(FeatureKind.values(), kind),
        category,
        disposition,
        named(PoolFeature.Origin.values(), origin),
        text,
        false);
  }

  Optional<FeaturePage.Cursor> cursor() {
    return FeaturePage.Cursor.parse(before);
  }

  /** Whether anything restricts the list. */
  public boolean any() {
    return Stream.of(state, kind, category, disposition, origin, text)
        .anyMatch(it -> !it.isEmpty());
  }

  public boolean firstPage() {
    return before.isEmpty();
  }

  public String first() {
    return link("");
  }

  String next(FeaturePage.Cursor last) {
    return link(last.toString());
  }

  private String link(String cursor) {
    UriComponentsBuilder link = UriComponentsBuilder.fromPath("/pool");
    add(link, "state", state);
    add(link, "kind", kind);
    add(link, "category", category);
    add(link, "disposition", disposition);
    add(link, "origin", origin);
    add(link, "text", text);
    add(link, "before", cursor);
    return link.encode().toUriString();
  }

  private static void add(UriComponentsBuilder link, String name, String value) {
    if (!value.isEmpty()) {
      link.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
    }
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return Stream.of(values).filter(it -> it.name().equals(name)).findFirst();
  }

  private static String known(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
