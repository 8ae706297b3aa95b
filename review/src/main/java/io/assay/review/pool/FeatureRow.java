package io.assay.review.pool;

import io.assay.review.Category;
import io.assay.review.Direction;
import io.assay.review.Disposition;
import io.assay.review.Entry;
import io.assay.review.Feature;
import io.assay.review.Layer;
import io.assay.review.Layers;
import io.assay.review.Matching;
import io.assay.review.Mode;
import io.assay.review.Rule;
import io.assay.review.Scope;
import io.assay.review.Severity;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns a feature into a row of fields and back; an absent field has the default of the pool. */
final class FeatureRow {

  private FeatureRow() {}

  static Row of(Feature feature) {
    Row row = Row.empty();
    row.put(Column.ID, feature.id());
    row.put(Column.VERSION, Integer.toString(feature.version()));
    Kind.write(feature.characteristic(), row);
    Rule rule = feature.rule();
    row.put(Column.CATEGORY, rule.category().code());
    row.put(Column.SEVERITY, rule.severity().name());
    row.put(Column.DISPOSITION, rule.disposition().name());
    row.put(Column.MODE, rule.mode().name());
    row.put(Column.DIRECTIONS, names(rule.scope().directions().stream()));
    row.put(Column.CAPABILITIES, sorted(rule.scope().capabilities()));
    row.put(Column.TENANTS, sorted(rule.scope().tenants()));
    row.put(Column.LAYERS, layers(feature.matching().layers()));
    row.put(Column.EXCEPTIONS, feature.matching().exceptions());
    Entry entry = feature.entry();
    row.put(Column.STANDARD, entry.standard());
    row.put(Column.EVIDENCE, entry.evidence());
    row.put(Column.EDITOR, entry.editor());
    row.put(Column.APPROVER, entry.approver());
    row.put(Column.EXPIRES, entry.expires().map(Instant::toString).orElse(""));
    return row;
  }

  static Feature read(Row row) {
    return new Feature(
        row.one(Column.ID),
        row.one(Column.VERSION, 1, Integer::valueOf),
        Kind.read(row),
        rule(row),
        new Matching(readLayers(row.all(Column.LAYERS)), row.all(Column.EXCEPTIONS)),
        new Entry(
            row.one(Column.STANDARD),
            row.one(Column.EVIDENCE),
            row.one(Column.EDITOR),
            row.one(Column.APPROVER),
            Optional.of(row.one(Column.EXPIRES)).filter(e -> !e.isEmpty()).map(Instant::parse)));
  }

  private static Rule rule(Row row) {
    Rule usual = Rule.of(Category.of(row.one(Column.CATEGORY)));
    return new Rule(
        usual.category(),
        row.one(Column.SEVERITY, usual.severity(), Severity::valueOf),
        row.one(Column.DISPOSITION, usual.disposition(), Disposition::valueOf),
        scope(row),
        row.one(Column.MODE, usual.mode(), Mode::valueOf));
  }

  private static Scope scope(Row row) {
    EnumSet<Direction> directions = EnumSet.noneOf(Direction.class);
    row.all(Column.DIRECTIONS).forEach(name -> directions.add(Direction.valueOf(name)));
    return new Scope(
        directions.isEmpty() ? Scope.everywhere().directions() : directions,
        Set.copyOf(row.all(Column.CAPABILITIES)),
        Set.copyOf(row.all(Column.TENANTS)));
  }

  private static List<String> layers(Layers layers) {
    if (layers.equals(Layers.core())) {
      return List.of();
    }
    return layers.enabled().isEmpty() ? List.of("NONE") : names(layers.enabled().stream());
  }

  private static Layers readLayers(List<String> names) {
    if (names.isEmpty()) {
      return Layers.core();
    }
    Layers layers = Layers.none();
    for (String name : names) {
      layers =
          switch (name) {
            case "NONE" -> layers;
            case "CORE" -> union(layers, Layers.core());
            case "ALL" -> Layers.all();
            default -> layers.with(Layer.valueOf(name));
          };
    }
    return layers;
  }

  private static Layers union(Layers first, Layers second) {
    Layers both = first;
    for (Layer layer : second.enabled()) {
      both = both.with(layer);
    }
    return both;
  }

  private static List<String> names(Stream<? extends Enum<?>> values) {
    return values.map(Enum::name).sorted().toList();
  }

  private static List<String> sorted(Set<String> values) {
    return values.stream().sorted().toList();
  }
}
