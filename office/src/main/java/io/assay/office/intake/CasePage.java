package io.assay.office.intake;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.deadline.Deadlines;
import io.assay.office.intake.CaseFilter.Cursor;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
  private final LineStore lines;
  private final CaseFile file;
  private final Deadlines deadlines;
  private final Clock clock;

  CasePage(
      Handling handling,
      Reception reception,
      LineStore lines,
      CaseFile file,
      Deadlines deadlines,
      Clock clock) {
    this.handling = handling;
    this.reception = reception;
    this.lines = lines;
    this.file = file;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  @GetMapping("/cases")
  String queue(
      @RequestParam(defaultValue = "") String door,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(defaultValue = "") String before,
      @AuthenticationPrincipal SignedIn member,
      Model model) {
    Optional<CaseState> chosen =
        Stream.of(CaseState.values()).filter(it -> it.name().equals(state)).findFirst();
    CaseFilter filter =
        new CaseFilter(
            Door.named(door), chosen, mine ? member.actor() : "", "", Cursor.parse(before));
    boolean queue = door.isEmpty() && state.isEmpty() && !mine && before.isEmpty();
    List<IntakeCase> page = queue ? handling.open() : handling.list(filter, PAGE + 1);
    List<IntakeCase> shown = queue ? page : page.stream().limit(PAGE).toList();
    model.addAttribute("queue", queue);
    model.addAttribute("cases", shown);
    model.addAttribute(
        "older", page.size() > shown.size() ? Cursor.of(shown.getLast()).toString() : "");
    model.addAttribute("doors", Door.values());
    model.addAttribute("states", CaseState.values());
    model.addAttribute("door", door);
    model.addAttribute("state", state);
    model.addAttribute("mine", mine);
    model.addAttribute("now", clock.instant());
    model.addAttribute(
        "clocks",
        shown.stream()
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
    model.addAttribute("falsePositives", handling.falsePositives(it));
    model.addAttribute("held", it.heldBy(member.actor()));
    model.addAttribute("conflicted", it.contested(member.actor()));
    model.addAttribute("findings", Finding.values());
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
      @AuthenticationPrincipal SignedIn member,
      HttpServletResponse response,
      Model model) {
    find(id);
    try {
      switch (step) {
        case "accept" -> handling.accept(id, member);
        case "refuse" -> handling.refuse(id, text, member);
        case "claim" -> handling.claim(id, member);
        case "release" -> handling.release(id, member);
        case "message" -> handling.message(id, text, member);
        case "note" -> handling.note(id, text, member);
        case "pause" -> handling.pause(id, text, member);
        case "resume" -> handling.resume(id, member);
        default ->
            handling.decide(
                id,
                finding.orElseThrow(() -> new ActionRefusedException("intake.finding.missing")),
                text,
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

  /** Hands a file out as a download only, so that nothing in it runs here. */
  @GetMapping("/cases/{id}/files/{attachment}")
  @Allowed(Right.CONTENT_READ)
  ResponseEntity<byte[]> attachment(
      @PathVariable String id,
      @PathVariable String attachment,
      @AuthenticationPrincipal SignedIn member) {
    IntakeCase it = find(id);
    Attachment known =
        reception.attachments(it).stream()
            .filter(one -> one.id().equals(attachment))
            .findFirst()
            .orElseThrow(CasePage::notFound);
    byte[] bytes = lines.bytes(id, attachment).orElseThrow(CasePage::notFound);
    file.record("intake.file_viewed", it, member.actor(), Map.of("file", known.sha256()));
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(known.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(bytes);
  }

  private IntakeCase find(String id) {
    return handling.find(id).orElseThrow(CasePage::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
