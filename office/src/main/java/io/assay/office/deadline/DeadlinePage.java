package io.assay.office.deadline;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.calendar.Calendars;
import io.assay.office.calendar.WorkCalendar;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that has to be done in time, as a month and as a list; and the table of limits. */
@Controller
@Allowed({
  Right.CASE_READ,
  Right.REPORT_READ,
  Right.CONTROL_READ,
  Right.DECISION_READ,
  Right.POOL_READ
})
class DeadlinePage {
  private static final int LISTED = 100;

  private final Deadlines deadlines;
  private final Limits limits;
  private final Calendars calendars;
  private final Approvals approvals;
  private final Clock clock;

  DeadlinePage(
      Deadlines deadlines, Limits limits, Calendars calendars, Approvals approvals, Clock clock) {
    this.deadlines = deadlines;
    this.limits = limits;
    this.calendars = calendars;
    this.approvals = approvals;
    this.clock = clock;
  }

  @GetMapping("/deadlines")
  String month(@RequestParam(name = "month", defaultValue = "") String wanted, Model model) {
    Instant now = clock.instant();
    YearMonth month = Month.named(wanted, now);
    List<Deadline> due =
        deadlines.dueBetween(start(Month.firstDay(month)), start(Month.lastDay(month).plusDays(1)));
    model.addAttribute("now", now);
    model.addAttribute("open", deadlines.open(LISTED));
    model.addAttribute("month", Month.of(month, calendars.current(), Reckoner.day(now), due));
    return "deadline/month";
  }

  @GetMapping("/limits")
  String limits(Model model) {
    model.addAttribute("limits", limits.inForceToday());
    model.addAttribute("history", limits.history());
    model.addAttribute("units", Limit.Unit.values());
    return "deadline/limits";
  }

  /** Proposes a promise; another officer publishes it by approving. */
  @PostMapping("/limits")
  @Allowed(Right.DOCUMENT_WRITE)
  String commit(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam String rule,
      @RequestParam String value,
      @RequestParam String unit,
      @RequestParam String from,
      @RequestParam String reason,
      HttpServletResponse response,
      Model model) {
    try {
      approvals.propose(Commitment.wanted(rule, value, unit, from, reason), member);
      return "redirect:/approvals";
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return limits(model);
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
  }
}
