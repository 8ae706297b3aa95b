package io.assay.office.deadline;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Proposal;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
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
  private final Approvals approvals;

  DeadlineApi(Deadlines deadlines, Limits limits, Approvals approvals) {
    this.deadlines = deadlines;
    this.limits = limits;
    this.approvals = approvals;
  }

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<Deadline> deadlines, String next) {}

  record LimitPage(List<LimitRule> limits, String next) {}

  record Promised(String rule, Limit limit, LocalDate from, String reason) {}

  /** Those about one thing, those due within a time, or the open ones; the first due first. */
  @GetMapping("/deadlines")
  Page list(
      @RequestParam(defaultValue = "") String about,
      @RequestParam Optional<Instant> from,
      @RequestParam Optional<Instant> to,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "100") int limit) {
    DeadlineFilter filter = new DeadlineFilter(about, from, to, Cursor.parse(after));
    Slice<Deadline> slice = deadlines.list(filter, Math.clamp(limit, 1, MOST));
    return new Page(slice.rows(), slice.next());
  }

  /** What is in force today, by rule. */
  @GetMapping("/limits")
  LimitPage limits(
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "100") int limit) {
    int size = Math.clamp(limit, 1, MOST);
    List<LimitRule> rest =
        limits.inForceToday().stream().filter(it -> it.rule().compareTo(after) > 0).toList();
    List<LimitRule> shown = rest.stream().limit(size).toList();
    return new LimitPage(shown, rest.size() > size ? shown.getLast().rule() : "");
  }

  /** Proposes a promise of the operator; another officer publishes it by approving. */
  @PostMapping("/limits")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Allowed(Right.DOCUMENT_WRITE)
  Proposal commit(@AuthenticationPrincipal SignedIn member, @RequestBody Promised promised) {
    return approvals.propose(
        Commitment.wanted(
            promised.rule(),
            Integer.toString(promised.limit().value()),
            promised.limit().unit().name(),
            promised.from().toString(),
            promised.reason()),
        member);
  }
}
