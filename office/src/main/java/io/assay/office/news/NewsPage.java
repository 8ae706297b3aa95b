package io.assay.office.news;

import io.assay.office.Cursor;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.policy.Policies;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What looks like news, who may be reprinted, and under which permit. */
@Controller
@Allowed(Right.PUBLICATION_READ)
class NewsPage {
  private static final int PAGE = 50;

  private final NewsDesk desk;
  private final Policies policies;

  NewsPage(NewsDesk desk, Policies policies) {
    this.desk = desk;
    this.policies = policies;
  }

  @GetMapping("/news")
  String queue(@RequestParam(defaultValue = "") String after, Model model) {
    var slice = desk.latest(Cursor.parse(after).orElse(Cursor.NEWEST), PAGE);
    model.addAttribute("waiting", desk.waiting());
    model.addAttribute("latest", slice.rows());
    model.addAttribute("older", slice.next());
    model.addAttribute("permit", desk.permit().orElse(null));
    model.addAttribute("permitted", desk.permitted());
    model.addAttribute("edition", desk.inForce().orElse(null));
    model.addAttribute("policy", NewsPolicy.of(policies));
    return "news/queue";
  }

  @GetMapping("/news/{id}")
  String show(@PathVariable String id, Model model) {
    Examination found =
        desk.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("it", found);
    model.addAttribute("policy", NewsPolicy.of(policies));
    return "news/show";
  }

  @PostMapping("/news/{id}/{news:news|no-news}")
  @Allowed(Right.DECISION_WRITE)
  String decide(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable String news,
      @RequestParam String note,
      HttpServletResponse response,
      Model model) {
    try {
      desk.decide(id, news.equals("news"), note, member.actor());
      return "redirect:/news";
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return show(id, model);
    }
  }

  @GetMapping("/news/sources")
  String sources(@RequestParam(defaultValue = "") String unit, Model model) {
    model.addAttribute("permit", desk.permit().orElse(null));
    model.addAttribute("permitted", desk.permitted());
    model.addAttribute("editions", desk.editions());
    desk.inForce()
        .ifPresent(
            it -> {
              model.addAttribute("edition", it);
              model.addAttribute("units", desk.units(it.id(), unit.strip()));
            });
    model.addAttribute("unit", unit);
    return "news/sources";
  }

  @PostMapping("/news/permit")
  @Allowed(Right.NEWS_WRITE)
  String permit(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam String number,
      @RequestParam String holder,
      @RequestParam LocalDate from,
      @RequestParam LocalDate until,
      HttpServletResponse response,
      Model model) {
    Permit permit = new Permit(number.strip(), holder.strip(), from, until);
    return done(() -> desk.enter(permit, member.actor()), response, model);
  }

  @PostMapping("/news/editions")
  @Allowed(Right.NEWS_WRITE)
  String edition(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam String name,
      @RequestParam LocalDate from,
      @RequestParam String units,
      HttpServletResponse response,
      Model model) {
    return done(
        () -> desk.importEdition(name, from, UnitList.parse(units), member.actor()),
        response,
        model);
  }

  private String done(Runnable step, HttpServletResponse response, Model model) {
    try {
      step.run();
      return "redirect:/news/sources";
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return sources("", model);
    }
  }
}
