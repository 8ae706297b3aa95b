package io.assay.office.overview;

import io.assay.office.exchange.Minute;
import io.assay.office.web.Site;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Exchanges per minute by outcome; every list has one number for each minute. */
public record Minutes(
    List<String> minutes,
    List<Long> delivered,
    List<Long> blocked,
    List<Long> refused,
    List<Long> failed) {

  private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  public Minutes {
    minutes = List.copyOf(minutes);
    delivered = List.copyOf(delivered);
    blocked = List.copyOf(blocked);
    refused = List.copyOf(refused);
    failed = List.copyOf(failed);
  }

  static Minutes of(List<Minute> counted) {
    return new Minutes(
        counted.stream().map(it -> LABEL.format(it.start().atZone(Site.ZONE))).toList(),
        counted.stream().map(Minute::delivered).toList(),
        counted.stream().map(Minute::blocked).toList(),
        counted.stream().map(Minute::refused).toList(),
        counted.stream().map(Minute::failed).toList());
  }

  /** The positions of the minutes in which anything happened, latest first. */
  public List<Integer> busy() {
    return IntStream.iterate(minutes.size() - 1, at -> at >= 0, at -> at - 1)
        .filter(at -> delivered.get(at) + blocked.get(at) + refused.get(at) + failed.get(at) > 0)
        .boxed()
        .toList();
  }
}
