package io.assay.office.sanction;

import io.assay.gateway.Duty;
import io.assay.office.calendar.WorkCalendar;
import io.assay.office.deadline.Limit;
import io.assay.office.deadline.Limits;
import io.assay.office.journal.Act;
import io.assay.office.sanction.ActStore.Input;
import io.assay.office.sanction.Statement.Automation;
import io.assay.office.sanction.Statement.Ground;
import io.assay.office.sanction.Statement.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Suspends whoever put in bad content three times in a row or five times on one day of Shanghai
 * (TC260-003, 7). A good input breaks the row; what was found to be a false positive does not
 * count; after a stop the count begins anew.
 */
@Duty("DS-10")
@Component
class Repetition {
  static final int IN_A_ROW = 3;
  static final int ON_A_DAY = 5;
  private static final Duration FRESH = Duration.ofDays(1);

  private final ActStore inputs;
  private final Sanctions sanctions;
  private final Limits limits;
  private final MessageSource messages;
  private final Clock clock;

  Repetition(
      ActStore inputs, Sanctions sanctions, Limits limits, MessageSource messages, Clock clock) {
    this.inputs = inputs;
    this.sanctions = sanctions;
    this.limits = limits;
    this.messages = messages;
    this.clock = clock;
  }

  /** Whether an input is recent enough for the rule; older ones are a matter for people. */
  boolean fresh(Instant at) {
    return at.plus(FRESH).isAfter(clock.instant());
  }

  /** Judges a bad input that has just become known, with those beside it and on its day. */
  void judge(String exchange, String subject, Instant at) {
    Optional<List<String>> row = row(inputs.around(exchange, subject, at, IN_A_ROW - 1), exchange);
    if (row.isPresent()) {
      suspend(subject, said("sanction.automatic.row", IN_A_ROW), row.get());
      return;
    }
    LocalDate day = LocalDate.ofInstant(at, WorkCalendar.ZONE);
    List<String> today = inputs.bad(subject, start(day), start(day.plusDays(1)));
    if (today.size() >= ON_A_DAY) {
      suspend(subject, said("sanction.automatic.day", ON_A_DAY, day.toString()), today);
    }
  }

  /** Bad inputs that follow each other, one of them this exchange. */
  private static Optional<List<String>> row(List<Input> inputs, String exchange) {
    return IntStream.rangeClosed(0, inputs.size() - IN_A_ROW)
        .mapToObj(from -> inputs.subList(from, from + IN_A_ROW))
        .filter(row -> row.stream().allMatch(Input::bad))
        .map(row -> row.stream().map(Input::exchange).toList())
        .filter(row -> row.contains(exchange))
        .findFirst();
  }

  private void suspend(String subject, String facts, List<String> exchanges) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Limit length = limits.today("sanction.automatic").limit();
    Statement statement =
        new Statement(
            Level.SUSPEND,
            Set.of(),
            facts,
            Ground.AGAINST_RULES,
            said("sanction.automatic.clause"),
            Source.OWN_REVIEW,
            true,
            Automation.FULLY,
            now,
            now.plus(Duration.ofHours(length.value())));
    sanctions.impose(subject, statement, exchanges, Act.SYSTEM, null);
  }

  /** What never changes and everybody may read is said in both languages. */
  private String said(String key, Object... values) {
    return messages.getMessage(key, values, Locale.CHINESE)
        + " / "
        + messages.getMessage(key, values, Locale.ENGLISH);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
  }
}
