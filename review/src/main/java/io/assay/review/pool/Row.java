package io.assay.review.pool;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The fields of one feature as text; a field that is absent has no values. */
record Row(Map<Column, List<String>> cells) {

  static Row empty() {
    return new Row(new EnumMap<>(Column.class));
  }

  void put(Column column, List<String> values) {
    for (String value : values) {
      if (value.isEmpty() || value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
        throw new IllegalArgumentException(
            "a value of " + column.title() + " is empty or has a line end: '" + value + "'");
      }
    }
    if (!values.isEmpty()) {
      cells.put(column, List.copyOf(values));
    }
  }

  void put(Column column, String value) {
    if (!value.isEmpty()) {
      cells.put(column, List.of(value));
    }
  }

  List<String> all(Column column) {
    return cells.getOrDefault(column, List.of());
  }

  String one(Column column) {
    return one(column, "");
  }

  String one(Column column, String otherwise) {
    List<String> values = all(column);
    return switch (values.size()) {
      case 0 -> otherwise;
      case 1 -> values.getFirst();
      default ->
          throw new IllegalArgumentException(
              column.title() + " takes one value, got " + values.size());
    };
  }

  <T> T one(Column column, T otherwise, Function<String, T> parse) {
    String value = one(column);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      return parse.apply(value);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "'" + value + "' is no " + column.title() + " (" + e.getMessage() + ")", e);
    }
  }
}
