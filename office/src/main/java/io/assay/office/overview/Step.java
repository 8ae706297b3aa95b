package io.assay.office.overview;

import io.assay.gateway.journal.StepRecord;
import io.assay.gateway.journal.StepRecord.Decision;
import java.util.List;
import java.util.Locale;

/**
 * One step on the way of an exchange, as the page draws it.
 *
 * @param ofMicros how long the whole exchange took
 */
public record Step(StepRecord step, long ofMicros) {
  private static final double NARROWEST = 1;

  public String name() {
    return step.name().text();
  }

  public Decision decision() {
    return step.decision();
  }

  public Look look() {
    return Look.of(step.decision());
  }

  public Reason reason() {
    return Reason.of(step.reason());
  }

  public List<Hit> findings() {
    return step.findings().stream().map(Hit::new).toList();
  }

  public String took() {
    return Took.text(step.tookMicros());
  }

  public boolean skipped() {
    return step.decision() == Decision.SKIP;
  }

  /** Whether the exchange goes no further than this step. */
  public boolean cut() {
    return !(look() == Look.PASS || look() == Look.SKIP);
  }

  /** Where the step's bar begins, as a percentage of the whole time. */
  public String barStart() {
    return percent(Math.min(share(step.atMicros()), 100 - NARROWEST));
  }

  /** How long the step's bar is, as a percentage of the whole time, never too thin to see. */
  public String barLength() {
    return percent(Math.max(share(step.tookMicros()), NARROWEST));
  }

  private double share(long micros) {
    return ofMicros == 0 ? 0 : Math.min(100, 100.0 * micros / ofMicros);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }
}
