package io.assay.gateway.publication;

import io.assay.gateway.access.ApiKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A register of publications in memory, which rules as it is told. */
final class MemoryDesk implements PublicationDesk {
  final List<LabelledWork> entered = new ArrayList<>();
  final List<String> opened = new ArrayList<>();
  Ruling ruling = new Ruling.Go();
  Search search = new Search.Unknown();

  @Override
  public Search delivered(String number, ApiKey author) {
    return search;
  }

  @Override
  public Ruling examine(Draft draft) {
    return ruling;
  }

  @Override
  public Entry enter(LabelledWork work, Ruling how) {
    entered.add(work);
    return entry("held");
  }

  @Override
  public Entry open(String exchange) {
    opened.add(exchange);
    return entry("published");
  }

  @Override
  public Optional<Entry> find(String id, ApiKey author) {
    return id.equals("p1") ? Optional.of(entry("published")) : Optional.empty();
  }

  @Override
  public Optional<Entry> recall(String id, ApiKey author) {
    return find(id, author);
  }

  private static Entry entry(String state) {
    return new Entry("p1", state, "https://office/p/p1", "title", "");
  }
}
