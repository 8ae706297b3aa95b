package io.assay.office.posture;

import io.assay.gateway.Duty;
import io.assay.office.deadline.Limit;
import io.assay.office.deadline.LimitRule;
import io.assay.office.deadline.Limits;
import io.assay.office.intake.Door;
import io.assay.office.posture.Attempt.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Reads the published process as the public does, and holds the limits it shows against those that
 * start clocks today (Art. 12).
 */
@Duty("DS-12")
@Component
class PromiseProbe {
  private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);
  private static final Pattern ROW = Pattern.compile("<tr\\b.*?</tr>", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private final Attempt attempt;
  private final Limits limits;
  private final MessageSource messages;

  PromiseProbe(Attempt attempt, Limits limits, MessageSource messages) {
    this.attempt = attempt;
    this.limits = limits;
    this.messages = messages;
  }

  /**
   * Whether the page of the process shows, in both languages, the limits of a door in force today.
   *
   * @param address of a path where the public finds it
   */
  Outcome read(Door door, UnaryOperator<String> address) {
    return read(door, address, limits::today);
  }

  /** The same against limits that the page cannot show, which it therefore has to find wrong. */
  Outcome readWrongly(Door door, UnaryOperator<String> address) {
    return read(door, address, rule -> longer(limits.today(rule)));
  }

  private Outcome read(
      Door door, UnaryOperator<String> address, Function<String, LimitRule> inForce) {
    String page = address.apply("/process");
    return LANGUAGES.stream()
        .map(language -> compare(attempt.page(page, language), door, language, inForce))
        .reduce((one, other) -> one.verdict() == Outcome.Verdict.AS_WANTED ? other : one)
        .orElseThrow();
  }

  private Outcome compare(
      Optional<String> html, Door door, Locale language, Function<String, LimitRule> inForce) {
    String name = text("intake.door." + door.name(), language);
    String acknowledge = text(inForce.apply(door.acknowledge()).limit(), language);
    String decide = text(inForce.apply(door.decide()).limit(), language);
    boolean shown =
        html.stream()
            .flatMap(it -> ROW.matcher(it).results())
            .map(row -> TAG.matcher(row.group()).replaceAll(" ").replaceAll("\\s+", " "))
            .anyMatch(row -> says(row, List.of(name, acknowledge, decide)));
    Seen seen = shown ? Seen.PROMISE_SHOWN : Seen.PROMISE_MISSING;
    return Outcome.of(
        shown, seen.remark(language.getLanguage(), name + " " + acknowledge + " " + decide));
  }

  /** Whether a row begins with the first text and gives the others in this order. */
  private static boolean says(String row, List<String> texts) {
    int at = 0;
    for (String text : texts) {
      int found = row.indexOf(" " + text + " ", at);
      if (found < 0 || (at == 0 && found > 0)) {
        return false;
      }
      at = found + text.length() + 1;
    }
    return true;
  }

  private String text(Limit limit, Locale language) {
    return messages.getMessage(
        "deadline.unit." + limit.unit().name(), new Object[] {limit.value()}, language);
  }

  private String text(String key, Locale language) {
    return messages.getMessage(key, null, language);
  }

  private static LimitRule longer(LimitRule it) {
    return new LimitRule(
        it.rule(),
        new Limit(it.limit().value() + 1, it.limit().unit()),
        it.basis(),
        it.source(),
        it.effectiveFrom(),
        it.effectiveTo());
  }
}
