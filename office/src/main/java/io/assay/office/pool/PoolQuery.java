package io.assay.office.pool;

import io.assay.office.Cursor;
import io.assay.office.web.ListLink;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  Optional<Cursor> cursor() {
    return Cursor.parse(before);
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

  String next(Cursor last) {
    return link(last.toString());
  }

  private String link(String cursor) {
    return ListLink.to("/pool")
        .with("state", state)
        .with("kind", kind)
        .with("category", category)
        .with("disposition", disposition)
        .with("origin", origin)
        .with("text", text)
        .with("before", cursor)
        .toString();
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return Stream.of(values).filter(it -> it.name().equals(name)).findFirst();
  }

  private static String known(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
