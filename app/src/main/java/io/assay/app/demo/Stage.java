package io.assay.app.demo;

import io.assay.app.serve.Server;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;

/**
 * Where the demo is played: the running program, its days, and chance that is the same each time.
 *
 * @param first the first of the days, in the time zone of the law
 */
record Stage(Server server, Carrier carrier, LocalDate first, int days, Random chance) {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** A moment of a day, counted from 0. */
  Instant at(int day, int hour, int minute) {
    return ZonedDateTime.of(first.plusDays(day), LocalTime.of(hour, minute), ZONE).toInstant();
  }

  /** So many minutes before the demo is over. */
  Instant before(int minutes) {
    return InstantSource.system().instant().minus(Duration.ofMinutes(minutes));
  }

  <T> T pick(List<T> choices) {
    return choices.get(chance.nextInt(choices.size()));
  }

  String gateway(String path) {
    return server.gatewayUrl() + path;
  }

  String office(String path) {
    return server.officeUrl() + path;
  }

  <T> T office(Class<T> bean) {
    return server.office(bean);
  }
}
