package io.assay.office.exchange;

import java.util.List;
import java.util.Map;

/**
 * The body of a ledger entry, read without trust in its shape: what is missing is empty, and the
 * one character that PostgreSQL cannot hold is replaced.
 */
record Body(Map<?, ?> fields) {

  String text(String name) {
    return fields.get(name) instanceof String text ? text.replace('\0', '\uFFFD') : "";
  }

  long number(String name) {
    return fields.get(name) instanceof Long number ? number : 0;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(fields.get(name));
  }

  Body part(String name) {
    return new Body(fields.get(name) instanceof Map<?, ?> map ? map : Map.of());
  }

  List<String> texts(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  List<Body> parts(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream()
            .filter(Map.class::isInstance)
            .map(part -> new Body((Map<?, ?>) part))
            .toList()
        : List.of();
  }
}
