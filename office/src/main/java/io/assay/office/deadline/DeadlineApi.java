package io.assay.office.deadline;

import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Allowed({
  Right.CASE_READ,
  Right.REPORT_READ,
  Right.CONTROL_READ,
  Right.DECISION_READ,
  Right.POOL_READ
})
class DeadlineApi {
  private static final int MOST = 500;

  private final Deadlines deadlines;
  private final Limits limits;

  DeadlineApi(Deadlines deadlines, Limits limits) {
    this.deadlines = deadlines;
    this.limits = limits;
  }

  /** Those about one thing, those due within a time, or the open ones. */
  @GetMapping("/deadlines")
  List<Deadline> list(
      @RequestParam(defaultValue = "") String about,
      @RequestParam Optional<Instant> from,
      @RequestParam Optional<Instant> to) {
    if (!about.isEmpty()) {
      return deadlines.about(about);
    }
    return from.isPresent() && to.isPresent()
        ? deadlines.dueBetween(from.get(), to.get())
        : deadlines.open(MOST);
  }

  @GetMapping("/limits")
  List<LimitRule> limits() {
    return limits.inForceToday();
  }
}
