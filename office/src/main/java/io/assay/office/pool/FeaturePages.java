package io.assay.office.pool;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.policy.Policies;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.review.Category;
import io.assay.review.Disposition;
import io.assay.review.Severity;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** One feature: its life, its statistics, its replay, and every step that may be taken with it. */
@Controller
@Allowed(Right.POOL_READ)
class FeaturePages {
  private final Register register;
  private final Statistics statistics;
  private final Procedure procedure;
  private final Replays replays;
  private final Fingerprints fingerprints;
  private final Policies policies;
  private final Clock clock;

  FeaturePages(
      Register register,
      Statistics statistics,
      Procedure procedure,
      Replays replays,
      Fingerprints fingerprints,
      Policies policies,
      Clock clock) {
    this.register = register;
    this.statistics = statistics;
    this.procedure = procedure;
    this.replays = replays;
    this.fingerprints = fingerprints;
    this.policies = policies;
    this.clock = clock;
  }

  @GetMapping("/pool/features/{id}")
  String show(@AuthenticationPrincipal SignedIn member, @PathVariable String id, Model model) {
    PoolFeature feature = found(id);
    model.addAttribute("feature", feature);
    model.addAttribute("member", member);
    model.addAttribute("life", register.life(id));
    model.addAttribute("replays", replays.of(id));
    model.addAttribute("days", statistics.days(id));
    model.addAttribute("hits", statistics.latest(id));
    model.addAttribute("standards", EntryStandard.values());
    model.addAttribute("unmet", procedure.unmet(feature));
    model.addAttribute("overBlock", policies.count(Policy.OVER_BLOCK));
    model.addAttribute("shortWord", policies.count(Policy.SHORT_WORD));
    model.addAttribute("replacements", register.replacements(id));
    model.addAttribute("now", clock.instant());
    return "pool/feature";
  }

  @GetMapping("/pool/propose")
  @Allowed(Right.POOL_WRITE)
  String draft(@RequestParam(defaultValue = "") String replaces, Model model) {
    Draft draft = replaces.isEmpty() ? Draft.keyword("", "", "", "") : Draft.of(found(replaces));
    return form(draft, model);
  }

  @PostMapping("/pool/propose")
  @Allowed(Right.POOL_WRITE)
  String propose(
      @AuthenticationPrincipal SignedIn member,
      @ModelAttribute("draft") Draft draft,
      @RequestParam(defaultValue = "false") boolean urgent,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    try {
      PoolFeature entered =
          urgent
              ? procedure.enterInEmergency(draft, reason, member)
              : procedure.propose(draft, PoolFeature.Origin.STAFF, "", member);
      replays.run(entered.id(), member);
      return "redirect:/pool/features/" + entered.id();
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return form(draft, model);
    }
  }

  /** Puts the fingerprint of an uploaded file into the form; the file is not kept. */
  @PostMapping("/pool/propose/fingerprint")
  @Allowed(Right.POOL_WRITE)
  String fingerprint(
      @ModelAttribute("draft") Draft draft,
      @RequestParam MultipartFile sample,
      HttpServletResponse response,
      Model model) {
    try {
      refuseUnless(sample.getSize() <= Fingerprints.LARGEST, "pool.sample.large");
      Fingerprints.Taken taken = fingerprints.of(bytes(sample));
      model.addAttribute("taken", taken);
      return form(draft.with(taken), model);
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return form(draft, model);
    }
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the uploaded file cannot be read", e);
    }
  }

  @PostMapping("/pool/features/{id}/{step}")
  @Allowed({Right.POOL_WRITE, Right.POOL_APPROVE})
  String step(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable String step,
      @RequestParam(defaultValue = "") String note,
      HttpServletResponse response,
      Model model) {
    found(id);
    try {
      switch (step) {
        case "replay" -> replays.run(id, member);
        case "approve" -> procedure.approve(id, note, member);
        case "reject" -> procedure.reject(id, note, member);
        case "withdraw" -> procedure.withdraw(id, member);
        case "shadow" -> procedure.shadow(id, member);
        case "activate" -> procedure.activate(id, member);
        case "retire" -> procedure.retire(id, note, member);
        default -> throw notFound();
      }
      return "redirect:/pool/features/" + id;
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return show(member, id, model);
    }
  }

  private String form(Draft draft, Model model) {
    model.addAttribute("draft", draft);
    model.addAttribute("categories", Category.all());
    model.addAttribute("severities", Severity.values());
    model.addAttribute("dispositions", Disposition.values());
    model.addAttribute("standards", EntryStandard.values());
    model.addAttribute("exPost", policies.value(Policy.EX_POST));
    model.addAttribute("shortWord", policies.count(Policy.SHORT_WORD));
    model.addAttribute("overBlock", policies.count(Policy.OVER_BLOCK));
    model.addAttribute("longestSound", policies.value(Policy.SOUND));
    return "pool/propose";
  }

  private PoolFeature found(String id) {
    return register.find(id).orElseThrow(FeaturePages::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
