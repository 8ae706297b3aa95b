package io.assay.preview;

import io.assay.gateway.journal.Outcome;
import io.assay.mark.Verdict;
import io.assay.office.exchange.ExchangeIndex.Choices;
import io.assay.office.overview.Bars;
import io.assay.office.overview.ExchangeQuery;
import io.assay.office.overview.Window;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The pages at their own addresses, over samples; {@code empty=true} shows them without data. */
@Controller
class PreviewPages {

  @GetMapping("/sign-in")
  String signIn(@RequestParam(required = false) String error, Model model) {
    model.addAttribute("notice", error == null ? "" : "staff.sign-in.error");
    return "staff/sign-in";
  }

  @GetMapping("/overview")
  String overview(
      @RequestParam(defaultValue = "false") boolean empty,
      @RequestParam(defaultValue = "0") long gaps,
      Model model) {
    model.addAttribute("overview", Samples.overview(empty, gaps));
    model.addAttribute("bars", Samples.bars(empty));
    model.addAttribute("windows", Window.values());
    return "overview";
  }

  @GetMapping("/overview/now")
  String now(Model model) {
    model.addAttribute("overview", Samples.overview(false, 0));
    return "overview-now";
  }

  @GetMapping("/overview/bars")
  @ResponseBody
  Bars bars() {
    return Samples.bars(false);
  }

  @GetMapping("/exchanges")
  String exchanges(@ModelAttribute("query") ExchangeQuery query, Model model) {
    model.addAttribute("rows", query.any() ? List.of() : Samples.rows());
    model.addAttribute("outcomes", Outcome.values());
    model.addAttribute(
        "choices", new Choices(List.of(), List.of("chat", "image"), List.of("qwen3-32b")));
    model.addAttribute("older", query.any() ? "" : "/exchanges?before=x");
    return "exchanges";
  }

  @GetMapping("/exchanges/{id}")
  String exchange(@PathVariable String id, Model model) {
    model.addAttribute("way", Samples.way(id));
    return "exchange";
  }

  @GetMapping("/verify")
  String verify(@RequestParam(required = false) Verdict verdict, Model model) {
    model.addAttribute("file", verdict == null ? null : SampleFiles.of(verdict));
    model.addAttribute("problem", "");
    model.addAttribute("limit", "64 MB");
    model.addAttribute("limitBytes", 67_108_864);
    return "verify";
  }

  @PostMapping("/verify")
  String verified(Model model) {
    return verify(Verdict.UNLABELLED, model);
  }

  @GetMapping("/forbidden")
  void forbidden() {
    throw new ResponseStatusException(HttpStatus.FORBIDDEN);
  }

  @GetMapping("/failing")
  void failing() {
    throw new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR);
  }
}
