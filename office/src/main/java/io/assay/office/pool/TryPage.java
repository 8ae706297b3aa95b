package io.assay.office.pool;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.review.Direction;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Why does this text hit? */
@Controller
@Allowed(Right.POOL_READ)
class TryPage {
  private final TestBench bench;

  TryPage(TestBench bench) {
    this.bench = bench;
  }

  @GetMapping("/pool/try")
  String form(@RequestParam(defaultValue = "") String feature, Model model) {
    return page("", Direction.INPUT, feature, model);
  }

  @PostMapping("/pool/try")
  String run(
      @RequestParam String text,
      @RequestParam(defaultValue = "INPUT") Direction direction,
      @RequestParam(defaultValue = "") String feature,
      HttpServletResponse response,
      Model model) {
    try {
      model.addAttribute("answer", bench.run(text, direction, feature.strip()));
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
    }
    return page(text, direction, feature.strip(), model);
  }

  private static String page(String text, Direction direction, String feature, Model model) {
    model.addAttribute("text", text);
    model.addAttribute("direction", direction);
    model.addAttribute("directions", Direction.values());
    model.addAttribute("feature", feature);
    model.addAttribute("longest", TestBench.LONGEST);
    return "pool/try";
  }
}
