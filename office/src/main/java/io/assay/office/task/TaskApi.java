package io.assay.office.task;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.content.MediaAnswer;
import io.assay.office.exchange.ExchangeDetail.File;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
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
@RequestMapping("/api/v1/reviews")
@Allowed(Right.DECISION_READ)
class TaskApi {
  private final TaskStore tasks;
  private final DecisionStore decisions;
  private final Desk desk;
  private final Settlement settlement;
  private final Quality quality;
  private final Clock clock;

  TaskApi(
      TaskStore tasks,
      DecisionStore decisions,
      Desk desk,
      Settlement settlement,
      Quality quality,
      Clock clock) {
    this.tasks = tasks;
    this.decisions = decisions;
    this.desk = desk;
    this.settlement = settlement;
    this.quality = quality;
    this.clock = clock;
  }

  /** A task as programs read it: never who holds it, and never whether its answer is known. */
  record Item(
      String id,
      String exchange,
      String capability,
      String part,
      Queue queue,
      String category,
      List<String> features,
      String pool,
      Instant createdAt,
      Instant dueAt,
      String dueBasis,
      Task.State state,
      @Nullable Choice result) {
    static Item of(Task task) {
      return new Item(
          task.id(),
          task.queue() == Queue.HOLD ? task.id() : task.exchange(),
          task.capability(),
          task.part().name(),
          task.queue(),
          task.category(),
          task.features(),
          task.pool(),
          task.createdAt(),
          task.dueAt(),
          "POLICY",
          task.state(),
          task.result());
    }
  }

  /** A page; {@code next} is the {@code before} of the following one, empty on the last. */
  record Page(List<Item> reviews, String next) {}

  /** A task and, once it is decided, the decisions on it. */
  record Whole(Item review, List<Decision> decisions) {}

  record Wanted(Ground ground, @Nullable String note, @Nullable String phrase) {}

  @GetMapping
  Page list(
      @RequestParam Optional<Task.State> state,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "50") int limit) {
    Slice<Task> slice =
        tasks.list(state, Cursor.parse(before).orElse(Cursor.NEWEST), Math.clamp(limit, 1, 200));
    return new Page(slice.rows().stream().map(Item::of).toList(), slice.next());
  }

  @GetMapping("/depth")
  List<TaskStore.Depth> depth() {
    return tasks.depths(clock.instant());
  }

  @GetMapping("/quality")
  @Allowed({Right.DECISION_QUALITY, Right.CONTROL_READ})
  Quality.Report quality() {
    return quality.report();
  }

  @GetMapping("/{id}")
  Whole show(@PathVariable String id) {
    Task task = found(id);
    return new Whole(Item.of(task), task.waiting() ? List.of() : decisions.all(id));
  }

  /** The next task, held for this reviewer; 204 when nothing waits. */
  @PostMapping("/next")
  @Allowed(Right.DECISION_WRITE)
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<Item> next(@AuthenticationPrincipal SignedIn member) {
    return desk.next(member)
        .map(task -> ResponseEntity.ok(Item.of(task)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  /**
   * What a task that the reviewer holds shows; every call is a view in the ledger.
   *
   * @param files those to open one by one; none where it decides on texts
   */
  record Seen(String media, String text, List<Part> files) {}

  /** A picture or a sound, and what it is asked for by. */
  record Part(String field, String where, String media, long bytes) {
    static Part of(File file) {
      return new Part(file.field(), file.where(), file.measure().media(), file.measure().amount());
    }
  }

  @PostMapping("/{id}/content")
  @Allowed(Right.DECISION_WRITE)
  Seen content(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    Task task = found(id);
    List<Part> files = desk.files(task).stream().map(Part::of).toList();
    return files.isEmpty()
        ? new Seen("text", desk.open(task, "", member).text(), files)
        : new Seen(files.getFirst().media(), "", files);
  }

  @PostMapping("/{id}/content/{field}")
  @Allowed(Right.DECISION_WRITE)
  ResponseEntity<Resource> file(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable String field) {
    return MediaAnswer.of(desk.open(found(id), field, member));
  }

  @PostMapping("/{id}/decide")
  @Allowed(Right.DECISION_WRITE)
  Decision decide(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Wanted wanted) {
    return desk.decide(id, verdict(wanted), member);
  }

  @PostMapping("/{id}/return")
  @Allowed(Right.DECISION_WRITE)
  Item giveBack(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    desk.giveBack(id, member);
    return Item.of(found(id));
  }

  @PostMapping("/undo")
  @Allowed(Right.DECISION_WRITE)
  Item undo(@AuthenticationPrincipal SignedIn member) {
    return Item.of(desk.undo(member));
  }

  @PostMapping("/{id}/reverse")
  @Allowed(Right.DECISION_QUALITY)
  Decision reverse(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Wanted wanted) {
    return settlement.reverse(id, wanted.ground(), verdict(wanted).note(), member);
  }

  private static Desk.Verdict verdict(Wanted wanted) {
    return new Desk.Verdict(
        wanted.ground(),
        Optional.ofNullable(wanted.note()).orElse(""),
        Optional.ofNullable(wanted.phrase()).orElse(""));
  }

  private Task found(String id) {
    return tasks.find(id).orElseThrow(() -> new ActionRefusedException("task.unknown"));
  }
}
