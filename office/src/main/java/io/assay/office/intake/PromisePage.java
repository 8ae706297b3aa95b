package io.assay.office.intake;

import io.assay.gateway.Duty;
import io.assay.office.deadline.Basis;
import io.assay.office.deadline.LimitRule;
import io.assay.office.deadline.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The published process with its limits, and how the promises were kept (Art. 12). */
@Duty("DS-12")
@Controller
class PromisePage {
  private static final Duration YEAR = Duration.ofDays(365);

  private final Limits limits;
  private final KeptStore kept;
  private final IntakeNumbers numbers;
  private final Clock clock;

  PromisePage(Limits limits, KeptStore kept, IntakeNumbers numbers, Clock clock) {
    this.limits = limits;
    this.kept = kept;
    this.numbers = numbers;
    this.clock = clock;
  }

  @GetMapping("/process")
  String process(Model model) {
    List<Promise> promises =
        Stream.of(Door.values())
            .map(it -> new Promise(it, limits.today(it.acknowledge()), limits.today(it.decide())))
            .toList();
    List<LimitRule> history =
        limits.history().stream().filter(it -> it.rule().startsWith("intake.")).toList();
    model.addAttribute("promises", promises);
    model.addAttribute("history", history);
    model.addAttribute("policy", Basis.POLICY);
    model.addAttribute("files", numbers.files());
    model.addAttribute("fileMegabytes", numbers.fileMegabytes());
    model.addAttribute("perHour", numbers.perHour());
    model.addAttribute("perHourUnproven", numbers.perHourUnproven());
    model.addAttribute("messagesPerDay", numbers.messagesPerDay());
    return "intake/process";
  }

  @GetMapping("/transparency")
  String transparency(Model model) {
    Instant now = clock.instant();
    List<Kept> doors =
        Stream.of(Door.values()).map(it -> kept.of(it, now.minus(YEAR), now)).toList();
    model.addAttribute("doors", doors);
    model.addAttribute("breaches", doors.stream().flatMap(it -> it.breaches().stream()).toList());
    return "intake/transparency";
  }
}
