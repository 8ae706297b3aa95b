package io.assay.office.intake;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.deadline.Deadline;
import io.assay.office.deadline.Deadlines;
import io.assay.office.intake.CaseFilter.Cursor;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
@Allowed(Right.CASE_READ)
class CaseApi {
  private static final int MOST = 200;

  private final Handling handling;
  private final Deadlines deadlines;

  CaseApi(Handling handling, Deadlines deadlines) {
    this.handling = handling;
    this.deadlines = deadlines;
  }

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<IntakeCase> cases, String next) {}

  /** A case with its clocks and its history. */
  record Detail(IntakeCase intake, List<Deadline> deadlines, List<Line> history) {}

  record Step(@Nullable String text, @Nullable Finding finding) {
    String said() {
      return text == null ? "" : text;
    }
  }

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "") String door,
      @RequestParam Optional<CaseState> state,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Math.clamp(limit, 1, MOST);
    CaseFilter filter = new CaseFilter(Door.named(door), state, "", about, Cursor.parse(after));
    List<IntakeCase> page = handling.list(filter, most + 1);
    List<IntakeCase> shown = page.stream().limit(most).toList();
    return new Page(shown, page.size() > most ? Cursor.of(shown.getLast()).toString() : "");
  }

  @GetMapping("/{id}")
  Detail show(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    IntakeCase it = find(id);
    return new Detail(it, deadlines.about(id), handling.history(it, member));
  }

  @PostMapping("/{id}/accept")
  @Allowed(Right.CASE_WRITE)
  IntakeCase accept(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    handling.accept(id, member);
    return find(id);
  }

  @PostMapping("/{id}/refuse")
  @Allowed(Right.CASE_WRITE)
  IntakeCase refuse(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, @RequestBody Step step) {
    handling.refuse(id, step.said(), member);
    return find(id);
  }

  @PostMapping("/{id}/claim")
  @Allowed(Right.CASE_WRITE)
  IntakeCase claim(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    handling.claim(id, member);
    return find(id);
  }

  @PostMapping("/{id}/message")
  @Allowed(Right.CASE_WRITE)
  IntakeCase message(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, @RequestBody Step step) {
    handling.message(id, step.said(), member);
    return find(id);
  }

  @PostMapping("/{id}/decide")
  @Allowed(Right.CASE_WRITE)
  IntakeCase decide(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, @RequestBody Step step) {
    if (step.finding() == null) {
      throw new ActionRefusedException("intake.finding.missing");
    }
    handling.decide(id, step.finding(), step.said(), member);
    return find(id);
  }

  private IntakeCase find(String id) {
    return handling.find(id).orElseThrow(() -> new ActionRefusedException("intake.unknown"));
  }
}
