package io.assay.office.notice;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program that is told of what happens here.
 *
 * @param kinds beginnings of the kinds it wants, separated by commas; empty for all
 */
public record Webhook(
    String id, String url, String kinds, Instant createdAt, @Nullable Instant disabledAt) {

  boolean wants(String kind) {
    return kinds.isBlank() || wanted().stream().anyMatch(kind::startsWith);
  }

  List<String> wanted() {
    return Stream.of(kinds.split(",", -1)).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  public boolean inForce() {
    return disabledAt == null;
  }
}
