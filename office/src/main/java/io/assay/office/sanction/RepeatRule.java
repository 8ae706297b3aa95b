package io.assay.office.sanction;

import io.assay.gateway.Duty;
import io.assay.gateway.journal.Outcome;
import io.assay.gateway.journal.StepRecord;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.office.calendar.WorkCalendar;
import io.assay.office.deadline.Limit;
import io.assay.office.deadline.Limits;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeFollower;
import io.assay.office.journal.Act;
import io.assay.office.sanction.ActStore.Input;
import io.assay.office.sanction.Statement.Automation;
import io.assay.office.sanction.Statement.Ground;
import io.assay.office.sanction.Statement.Source;
import io.assay.office.subject.SubjectService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Suspends whoever puts in bad content three times in a row or five times on one day of Shanghai
 * (TC260-003, 7). A good input breaks the row; what was found to be a false positive does not
 * count; after a stop the count begins anew.
 */
@Duty("DS-10")
@Component
class RepeatRule implements ExchangeFollower {
  static final int IN_A_ROW = 3;
  static final int ON_A_DAY = 5;
  private static final Duration FRESH = Duration.ofDays(1);

  private final ActStore inputs;
  private final Sanctions sanctions;
  private final SubjectService subjects;
  private final Limits limits;
  private final MessageSource messages;
  private final Clock clock;

  RepeatRule(
      ActStore inputs,
      Sanctions sanctions,
      SubjectService subjects,
      Limits limits,
      MessageSource messages,
      Clock clock) {
    this.inputs = inputs;
    this.sanctions = sanctions;
    this.subjects = subjects;
    this.limits = limits;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public boolean follows(Outcome outcome) {
    return outcome != Outcome.REFUSED;
  }

  @Override
  public void closed(ExchangeDetail exchange) {
    String subject = exchange.summary().origin().subject();
    boolean bad = reviewed(exchange, Decision.BLOCK);
    boolean good = reviewed(exchange, Decision.PASS);
    if (subject.isEmpty() || !(bad || good)) {
      return;
    }
    Instant at = exchange.summary().receivedAt();
    inputs.lock(subject);
    boolean news = inputs.add(exchange.summary().id(), subject, at, bad);
    boolean fresh = at.plus(FRESH).isAfter(clock.instant());
    if (news && bad && fresh && subjects.find(subject).isPresent()) {
      judge(subject, at);
    }
  }

  private void judge(String subject, Instant at) {
    List<Input> last = inputs.last(subject, IN_A_ROW);
    LocalDate day = LocalDate.ofInstant(at, WorkCalendar.ZONE);
    List<String> today = inputs.bad(subject, start(day), start(day.plusDays(1)));
    if (last.size() == IN_A_ROW && last.stream().allMatch(Input::bad)) {
      suspend(
          subject,
          said("sanction.automatic.row", IN_A_ROW),
          last.stream().map(Input::exchange).toList());
    } else if (today.size() >= ON_A_DAY) {
      suspend(subject, said("sanction.automatic.day", ON_A_DAY, day.toString()), today);
    }
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

  private static boolean reviewed(ExchangeDetail exchange, Decision decision) {
    return exchange.steps().stream()
        .anyMatch(it -> it.name() == StepRecord.Name.INPUT_REVIEW && it.decision() == decision);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
  }
}
