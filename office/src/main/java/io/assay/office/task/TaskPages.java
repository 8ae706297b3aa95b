package io.assay.office.task;

import io.assay.office.Cursor;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.content.MediaAnswer;
import io.assay.office.exchange.ExchangeDetail.File;
import io.assay.office.policy.Policies;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
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

/** The desk of a reviewer: the queues, the task at hand, and what became of the last one. */
@Controller
@Allowed(Right.DECISION_READ)
class TaskPages {
  private static final int LISTED = 100;
  private static final int SIMILAR = 5;

  private final TaskStore tasks;
  private final DecisionStore decisions;
  private final Desk desk;
  private final Why why;
  private final Exposure exposure;
  private final Policies policies;
  private final Clock clock;

  TaskPages(
      TaskStore tasks,
      DecisionStore decisions,
      Desk desk,
      Why why,
      Exposure exposure,
      Policies policies,
      Clock clock) {
    this.tasks = tasks;
    this.decisions = decisions;
    this.desk = desk;
    this.why = why;
    this.exposure = exposure;
    this.policies = policies;
    this.clock = clock;
  }

  @GetMapping("/reviews")
  String list(@AuthenticationPrincipal SignedIn member, Model model) {
    model.addAttribute("depths", tasks.depths(clock.instant()));
    model.addAttribute("waiting", tasks.waiting(LISTED));
    model.addAttribute("budget", exposure.of(member.actor()));
    undo(member, model);
    model.addAttribute("hold", policies.value(Policy.HOLD));
    model.addAttribute("sample", policies.value(Policy.SAMPLE));
    model.addAttribute("now", clock.instant());
    return "task/list";
  }

  @GetMapping("/reviews/closed")
  String closed(Model model) {
    model.addAttribute(
        "rows", tasks.list(Optional.of(Task.State.CLOSED), Cursor.NEWEST, LISTED).rows());
    return "task/closed";
  }

  @GetMapping("/reviews/next")
  @Allowed(Right.DECISION_WRITE)
  String next(@AuthenticationPrincipal SignedIn member, Model model) {
    try {
      return desk.next(member)
          .map(task -> "redirect:/reviews/" + task.id())
          .orElse("redirect:/reviews?done");
    } catch (ActionRefusedException refused) {
      model.addAttribute("budget", exposure.of(member.actor()));
      return "task/break";
    }
  }

  @GetMapping("/reviews/{id}")
  String show(@AuthenticationPrincipal SignedIn member, @PathVariable String id, Model model) {
    Task task = found(id);
    model.addAttribute("task", task);
    model.addAttribute("now", clock.instant());
    model.addAttribute("similar", tasks.similar(task.features(), id, SIMILAR));
    undo(member, model);
    if (!task.heldBy(member.actor(), clock.instant())) {
      return record(task, model);
    }
    model.addAttribute(
        "blocking", Stream.of(Ground.values()).filter(it -> it.choice() == Choice.BLOCK).toList());
    model.addAttribute(
        "releasing",
        Stream.of(Ground.values()).filter(it -> it.choice() == Choice.RELEASE).toList());
    model.addAttribute("budget", exposure.of(member.actor()));
    content(task, member, model);
    return "task/desk";
  }

  /** A picture or a sound of the task at hand; every look is a view in the ledger. */
  @GetMapping("/reviews/{id}/media")
  @Allowed(Right.DECISION_WRITE)
  ResponseEntity<Resource> media(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String file) {
    return MediaAnswer.of(desk.open(found(id), file, member));
  }

  @PostMapping("/reviews/{id}/decide")
  @Allowed(Right.DECISION_WRITE)
  String decide(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam Ground ground,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String phrase,
      HttpServletResponse response,
      Model model) {
    try {
      desk.decide(id, new Desk.Verdict(ground, note, phrase), member);
      return "redirect:/reviews/next";
    } catch (ActionRefusedException refused) {
      return refused(refused, member, id, response, model);
    }
  }

  @PostMapping("/reviews/{id}/return")
  @Allowed(Right.DECISION_WRITE)
  String giveBack(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    try {
      desk.giveBack(id, member);
      return "redirect:/reviews";
    } catch (ActionRefusedException refused) {
      return refused(refused, member, id, response, model);
    }
  }

  @PostMapping("/reviews/undo")
  @Allowed(Right.DECISION_WRITE)
  String undo(@AuthenticationPrincipal SignedIn member, HttpServletResponse response, Model model) {
    try {
      return "redirect:/reviews/" + desk.undo(member).id();
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return list(member, model);
    }
  }

  private String refused(
      ActionRefusedException refused,
      SignedIn member,
      String id,
      HttpServletResponse response,
      Model model) {
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    model.addAttribute("refusal", refused.code());
    return show(member, id, model);
  }

  private void undo(SignedIn member, Model model) {
    model.addAttribute("undo", desk.undoable(member).orElse(null));
    model.addAttribute("undoSeconds", policies.value(Policy.UNDO));
  }

  private void content(Task task, SignedIn member, Model model) {
    try {
      List<File> files = desk.files(task);
      model.addAttribute("media", files.isEmpty() ? "text" : "files");
      model.addAttribute("sounds", files.stream().anyMatch(file -> !file.picture()));
      model.addAttribute("pictures", files.stream().anyMatch(File::picture));
      model.addAttribute(
          "shown", files.isEmpty() ? why.of(task, desk.open(task, "", member)) : null);
      model.addAttribute(
          "sights",
          files.stream()
              .map(file -> why.of(task, file, desk.open(task, file.field(), member)))
              .toList());
    } catch (ActionRefusedException unseen) {
      model.addAttribute("media", "none");
      model.addAttribute("unseen", unseen.code());
    }
  }

  private String record(Task task, Model model) {
    boolean open = task.waiting();
    model.addAttribute("decisions", open ? List.of() : decisions.all(task.id()));
    model.addAttribute(
        "grounds",
        Stream.of(Ground.values())
            .filter(it -> it.choice() != Choice.ESCALATE && it.choice() != task.result())
            .toList());
    return "task/record";
  }

  private Task found(String id) {
    return tasks.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
