package io.assay.office.posture;

import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.web.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Whether the duties are met, now or on any day. Nothing here can be set. */
@Controller
@Allowed(Right.CONTROL_READ)
class PosturePage {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(Site.ZONE);

  private static final int DAYS = 14;

  /** What the keys of messages begin with that say the note of a row, by control. */
  private static final Map<String, String> NOTES =
      Map.ofEntries(
          Map.entry("C07", "management.verdict."),
          Map.entry("C10-1", "capability."),
          Map.entry("C10-2", "pool.origin."),
          Map.entry("C10-5", "disposal.severity."),
          Map.entry("C11-1", "rumor.state."),
          Map.entry("C12-2", "deadline.rule."),
          Map.entry("C12-3", "intake.state."),
          Map.entry("C16-1", "capability."),
          Map.entry("C16-2", "verdict."),
          Map.entry("C17-1", "capability."),
          Map.entry("C18-1", "verdict."));

  private final Posture posture;
  private final Oscal oscal;
  private final Clock clock;

  PosturePage(Posture posture, Oscal oscal, Clock clock) {
    this.posture = posture;
    this.oscal = oscal;
    this.clock = clock;
  }

  @GetMapping("/posture")
  String articles(@RequestParam Optional<LocalDate> on, Model model) {
    List<Article> articles = posture.articles(moment(on));
    model.addAttribute("articles", articles);
    model.addAttribute("on", on.orElse(null));
    model.addAttribute(
        "failing",
        articles.stream().filter(it -> it.status().compareTo(Status.STALE) >= 0).count());
    model.addAttribute(
        "now",
        Count.of(
            LocalDate.ofInstant(moment(on), Site.ZONE),
            articles.stream()
                .flatMap(it -> it.controls().stream())
                .map(Standing::status)
                .toList()));
    model.addAttribute("days", posture.days(moment(on), DAYS));
    model.addAttribute(
        "computed",
        articles.stream()
            .flatMap(it -> it.controls().stream())
            .flatMap(it -> it.result().stream())
            .map(ControlResult::asOf)
            .max(Instant::compareTo)
            .orElse(null));
    return "posture/articles";
  }

  /** The same as OSCAL assessment results, to be saved. */
  @GetMapping("/posture/oscal")
  ResponseEntity<Map<String, Object>> oscal(@RequestParam Optional<LocalDate> on, Locale language) {
    Instant moment = moment(on);
    ContentDisposition saved =
        ContentDisposition.attachment()
            .filename("posture-" + DAY.format(moment) + ".oscal.json")
            .build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
        .contentType(MediaType.APPLICATION_JSON)
        .body(oscal.document(posture.articles(moment), moment, language));
  }

  @GetMapping("/posture/{id}")
  String control(
      @PathVariable String id,
      @RequestParam Optional<LocalDate> on,
      @RequestParam(defaultValue = "false") boolean all,
      Model model) {
    Control control =
        posture.control(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    List<ControlResult> history = posture.history(id, moment(on));
    model.addAttribute("control", control);
    model.addAttribute("history", history);
    model.addAttribute("result", history.isEmpty() ? null : history.getFirst());
    model.addAttribute(
        "rows", history.isEmpty() ? List.of() : posture.items(control, history.getFirst(), !all));
    model.addAttribute(
        "notes", NOTES.getOrDefault(control.article() == 7 ? "C07" : id, "posture."));
    model.addAttribute("all", all);
    model.addAttribute("on", on.orElse(null));
    return "posture/control";
  }

  private Instant moment(Optional<LocalDate> on) {
    return on.map(day -> day.plusDays(1).atStartOfDay(Site.ZONE).toInstant())
        .filter(end -> end.isBefore(clock.instant()))
        .orElseGet(clock::instant);
  }
}
