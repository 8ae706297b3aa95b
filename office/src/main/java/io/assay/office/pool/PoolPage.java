package io.assay.office.pool;

import io.assay.office.policy.Policies;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.review.Category;
import io.assay.review.Disposition;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of features, what waits, and how far the pool covers what is asked of it. */
@Controller
@Allowed(Right.POOL_READ)
class PoolPage {
  private static final int PAGE = 50;

  private final Register register;
  private final Statistics statistics;
  private final Versions versions;
  private final Procedure procedure;
  private final Policies policies;
  private final Clock clock;

  PoolPage(
      Register register,
      Statistics statistics,
      Versions versions,
      Procedure procedure,
      Policies policies,
      Clock clock) {
    this.register = register;
    this.statistics = statistics;
    this.versions = versions;
    this.procedure = procedure;
    this.policies = policies;
    this.clock = clock;
  }

  @GetMapping("/pool")
  String list(@ModelAttribute("query") PoolQuery query, Model model) {
    FeaturePage page = register.list(query.filter(), query.cursor(), PAGE);
    model.addAttribute("rows", page.features());
    model.addAttribute("hits", statistics.counts(page.features()));
    model.addAttribute("next", page.next().map(query::next).orElse(""));
    model.addAttribute("counts", register.counts());
    model.addAttribute("version", versions.find(versions.number()).orElseThrow());
    model.addAttribute("states", FeatureState.values());
    model.addAttribute("kinds", FeatureKind.values());
    model.addAttribute("categories", Category.all());
    model.addAttribute("dispositions", Disposition.values());
    model.addAttribute("origins", PoolFeature.Origin.values());
    return "pool/list";
  }

  @GetMapping("/pool/proposals")
  String proposals(Model model) {
    FeaturePage page = register.list(FeatureFilter.waiting(), Optional.empty(), 200);
    model.addAttribute("rows", page.features());
    model.addAttribute("now", clock.instant());
    return "pool/proposals";
  }

  @GetMapping("/pool/coverage")
  String coverage(Model model) {
    model.addAttribute("coverage", register.coverage());
    model.addAttribute("version", versions.find(versions.number()).orElseThrow());
    model.addAttribute("update", policies.value(Policy.UPDATE));
    return "pool/coverage";
  }

  @PostMapping("/pool/adopt")
  @Allowed(Right.POOL_APPROVE)
  String adopt(
      @AuthenticationPrincipal SignedIn member, @RequestParam(defaultValue = "") String category) {
    procedure.adopt(category, member);
    return "redirect:/pool?origin=STARTER";
  }
}
