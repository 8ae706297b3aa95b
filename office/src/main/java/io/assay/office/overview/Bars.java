package io.assay.office.overview;

import io.assay.office.exchange.Bar;
import io.assay.office.web.Site;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Exchanges over time by outcome; every list has one number for each bar. */
public record Bars(
    List<String> starts,
    List<Long> delivered,
    List<Long> blocked,
    List<Long> refused,
    List<Long> failed) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

  public Bars {
    starts = List.copyOf(starts);
    delivered = List.copyOf(delivered);
    blocked = List.copyOf(blocked);
    refused = List.copyOf(refused);
    failed = List.copyOf(failed);
  }

  static Bars of(List<Bar> counted, Window window) {
    DateTimeFormatter label = window == Window.WEEK ? DAY : TIME;
    return new Bars(
        counted.stream().map(it -> label.format(it.start().atZone(Site.ZONE))).toList(),
        counted.stream().map(Bar::delivered).toList(),
        counted.stream().map(Bar::blocked).toList(),
        counted.stream().map(Bar::refused).toList(),
        counted.stream().map(Bar::failed).toList());
  }

  /** The positions of the bars in which anything happened, latest first. */
  public List<Integer> busy() {
    return IntStream.iterate(starts.size() - 1, at -> at >= 0, at -> at - 1)
        .filter(at -> delivered.get(at) + blocked.get(at) + refused.get(at) + failed.get(at) > 0)
        .boxed()
        .toList();
  }
}
