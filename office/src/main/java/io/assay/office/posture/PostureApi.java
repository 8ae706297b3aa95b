package io.assay.office.posture;

import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/v1/posture")
@Allowed(Right.CONTROL_READ)
class PostureApi {
  private final Posture posture;
  private final Oscal oscal;
  private final Clock clock;

  PostureApi(Posture posture, Oscal oscal, Clock clock) {
    this.posture = posture;
    this.oscal = oscal;
    this.clock = clock;
  }

  /** An article and the results of its controls; a control without a result is left out. */
  record ArticleView(int article, Status status, List<ControlResult> results) {}

  /** A control, what it asks and what it came to over time. */
  record ControlView(
      String control, int article, String query, String querySha256, List<ControlResult> history) {}

  @GetMapping
  List<ArticleView> articles(@RequestParam Optional<Instant> at) {
    return posture.articles(at.orElseGet(clock::instant)).stream()
        .map(
            it ->
                new ArticleView(
                    it.number(),
                    it.status(),
                    it.controls().stream().flatMap(control -> control.result().stream()).toList()))
        .toList();
  }

  /** The same as OSCAL assessment results, for programs that gather such results. */
  @GetMapping("/oscal")
  Map<String, Object> oscal(@RequestParam Optional<Instant> at, Locale language) {
    Instant moment = at.orElseGet(clock::instant);
    return oscal.document(posture.articles(moment), moment, language);
  }

  @GetMapping("/{id}")
  ControlView control(@PathVariable String id, @RequestParam Optional<Instant> at) {
    Control it = control(id);
    return new ControlView(
        it.id(),
        it.article(),
        it.query(),
        it.querySha256(),
        posture.history(id, at.orElseGet(clock::instant)));
  }

  /** What the latest result counted: the bad, or all. */
  @GetMapping("/{id}/rows")
  List<Item> rows(@PathVariable String id, @RequestParam(defaultValue = "false") boolean all) {
    Control it = control(id);
    return posture.history(id, clock.instant()).stream()
        .findFirst()
        .map(result -> posture.items(it, result, !all))
        .orElse(List.of());
  }

  private Control control(String id) {
    return posture.control(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
