package io.assay.office.intake;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.deadline.Deadline;
import io.assay.office.deadline.Deadlines;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
  private final Reception reception;
  private final Handout handout;
  private final Deadlines deadlines;

  CaseApi(Handling handling, Reception reception, Handout handout, Deadlines deadlines) {
    this.handling = handling;
    this.reception = reception;
    this.handout = handout;
    this.deadlines = deadlines;
  }

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<IntakeCase> cases, String next) {}

  /** A case with its clocks, its history and its files. */
  record Detail(
      IntakeCase intake, List<Deadline> deadlines, List<Line> history, List<Attachment> files) {}

  record Words(String text) {}

  /** Why a case is not accepted; an appeal needs a ground. */
  record NotAccepted(String text, @Nullable RefusalGround ground) {}

  record Decision(Finding finding, String text, @Nullable String phrase) {}

  /** The case, and whether its decision waits for the compliance officer. */
  record Decided(IntakeCase intake, boolean waits) {}

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "") String door,
      @RequestParam Optional<CaseState> state,
      @RequestParam(defaultValue = "") String handler,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    CaseFilter filter =
        new CaseFilter(Door.named(door), state, handler, about, Cursor.parse(after));
    Slice<IntakeCase> slice = handling.list(filter, Math.clamp(limit, 1, MOST));
    return new Page(slice.rows(), slice.next());
  }

  @GetMapping("/{id}")
  Detail show(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    IntakeCase it = find(id);
    return new Detail(
        it, deadlines.about(id), handling.history(it, member), reception.attachments(it));
  }

  @GetMapping("/{id}/files/{attachment}")
  @Allowed(Right.CONTENT_READ)
  ResponseEntity<byte[]> attachment(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable String attachment) {
    if (!member.may(Right.CASE_READ)) {
      throw new ActionRefusedException("intake.unknown");
    }
    return handout.of(find(id), attachment, member.actor());
  }

  /** A step that needs no words. */
  @PostMapping("/{id}/{step:accept|claim|release|resume}")
  @Allowed(Right.CASE_WRITE)
  IntakeCase step(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable String step) {
    switch (step) {
      case "accept" -> handling.accept(id, member);
      case "claim" -> handling.claim(id, member);
      case "release" -> handling.release(id, member);
      default -> handling.resume(id, member);
    }
    return find(id);
  }

  /** Does not accept it; for an appeal, that waits for the compliance officer. */
  @PostMapping("/{id}/refuse")
  @Allowed(Right.CASE_WRITE)
  Decided refuse(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody NotAccepted why) {
    boolean waits = handling.refuse(id, Optional.ofNullable(why.ground()), why.text(), member);
    return new Decided(find(id), waits);
  }

  /** A step with words: why it is paused, or what is told or noted. */
  @PostMapping("/{id}/{step:message|note|pause}")
  @Allowed(Right.CASE_WRITE)
  IntakeCase say(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable String step,
      @RequestBody Words words) {
    switch (step) {
      case "message" -> handling.message(id, words.text(), member);
      case "note" -> handling.note(id, words.text(), member);
      default -> handling.pause(id, words.text(), member);
    }
    return find(id);
  }

  /** Decides; the decision of an appeal waits for the compliance officer. */
  @PostMapping("/{id}/decide")
  @Allowed(Right.CASE_WRITE)
  Decided decide(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Decision decision) {
    String phrase = decision.phrase() == null ? "" : decision.phrase();
    Verdict verdict = new Verdict(decision.finding(), decision.text(), phrase);
    boolean waits = handling.decide(id, verdict, member);
    return new Decided(find(id), waits);
  }

  private IntakeCase find(String id) {
    return handling.find(id).orElseThrow(() -> new ActionRefusedException("intake.unknown"));
  }
}
