package io.assay.office.intake;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.deadline.Deadlines;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The handlers' queue, and one case with everything on it. */
@Controller
@Allowed(Right.CASE_READ)
class CasePage {
  private static final int PAGE = 50;

  private final Handling handling;
  private final Reception reception;
  private final Handout handout;
  private final ContestedContent contested;
  private final Approvals approvals;
  private final Deadlines deadlines;
  private final Clock clock;

  CasePage(
      Handling handling,
      Reception reception,
      Handout handout,
      ContestedContent contested,
      Approvals approvals,
      Deadlines deadlines,
      Clock clock) {
    this.handling = handling;
    this.reception = reception;
    this.handout = handout;
    this.contested = contested;
    this.approvals = approvals;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  @GetMapping("/cases")
  String queue(
      @RequestParam(defaultValue = "") String door,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(defaultValue = "") String after,
      @AuthenticationPrincipal SignedIn member,
      Model model) {
    Optional<CaseState> chosen =
        Stream.of(CaseState.values()).filter(it -> it.name().equals(state)).findFirst();
    CaseFilter filter =
        new CaseFilter(
            Door.named(door), chosen, mine ? member.actor() : "", "", Cursor.parse(after));
    boolean queue = door.isEmpty() && state.isEmpty() && !mine && after.isEmpty();
    Slice<IntakeCase> slice = queue ? Slice.whole(handling.open()) : handling.list(filter, PAGE);
    model.addAttribute("queue", queue);
    model.addAttribute("cases", slice.rows());
    model.addAttribute("older", slice.next());
    model.addAttribute("doors", Door.values());
    model.addAttribute("states", CaseState.values());
    model.addAttribute("door", door);
    model.addAttribute("state", state);
    model.addAttribute("mine", mine);
    model.addAttribute("now", clock.instant());
    model.addAttribute(
        "clocks",
        slice.rows().stream()
            .map(it -> deadlines.find(it.id(), it.door().decide()))
            .flatMap(Optional::stream)
            .collect(Collectors.toMap(it -> it.about(), Function.identity())));
    return "intake/queue";
  }

  @GetMapping("/cases/{id}")
  String show(@PathVariable String id, @AuthenticationPrincipal SignedIn member, Model model) {
    IntakeCase it = find(id);
    model.addAttribute("it", it);
    model.addAttribute("lines", handling.history(it, member));
    model.addAttribute("files", reception.attachments(it));
    model.addAttribute("clocks", deadlines.about(id));
    model.addAttribute("contested", reception.contested(it.about()).orElse(null));
    model.addAttribute("pieces", contested.pieces(it, member));
    model.addAttribute("falsePositives", handling.falsePositives(it));
    model.addAttribute("proposal", handling.proposals(it).stream().findFirst().orElse(null));
    model.addAttribute("approvals", approvals);
    model.addAttribute("member", member);
    model.addAttribute("held", it.heldBy(member.actor()));
    model.addAttribute("conflicted", it.contested(member.actor()));
    model.addAttribute("findings", Finding.values());
    model.addAttribute("grounds", RefusalGround.values());
    model.addAttribute("ground", reception.ground(it).orElse(null));
    model.addAttribute("now", clock.instant());
    return "intake/case";
  }

  /** One step of handling, named by the button that was pressed. */
  @PostMapping("/cases/{id}/{step:accept|refuse|claim|release|message|note|pause|resume|decide}")
  @Allowed(Right.CASE_WRITE)
  String step(
      @PathVariable String id,
      @PathVariable String step,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) Optional<Finding> finding,
      @RequestParam(required = false) Optional<RefusalGround> ground,
      @RequestParam(defaultValue = "") String phrase,
      @AuthenticationPrincipal SignedIn member,
      HttpServletResponse response,
      Model model) {
    find(id);
    try {
      switch (step) {
        case "accept" -> handling.accept(id, member);
        case "refuse" -> handling.refuse(id, ground, text, member);
        case "claim" -> handling.claim(id, member);
        case "release" -> handling.release(id, member);
        case "message" -> handling.message(id, text, member);
        case "note" -> handling.note(id, text, member);
        case "pause" -> handling.pause(id, text, member);
        case "resume" -> handling.resume(id, member);
        default ->
            handling.decide(
                id,
                new Verdict(
                    finding.orElseThrow(() -> new ActionRefusedException("intake.finding.missing")),
                    text,
                    phrase),
                member);
      }
      return "redirect:/cases/" + id;
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      model.addAttribute("text", text);
      return show(id, member, model);
    }
  }

  @GetMapping("/cases/{id}/files/{attachment}")
  @Allowed(Right.CONTENT_READ)
  ResponseEntity<byte[]> attachment(
      @PathVariable String id,
      @PathVariable String attachment,
      @AuthenticationPrincipal SignedIn member) {
    if (!member.may(Right.CASE_READ)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return handout.of(find(id), attachment, member.actor());
  }

  private IntakeCase find(String id) {
    return handling.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
