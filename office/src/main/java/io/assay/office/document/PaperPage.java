package io.assay.office.document;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The register of documents, where staff drafts, approves and publishes. */
@Controller
@Allowed(Right.DOCUMENT_READ)
class PaperPage {
  private final Documents documents;
  private final Submission submission;
  private final Acceptances acceptances;
  private final Approvals approvals;

  PaperPage(
      Documents documents, Submission submission, Acceptances acceptances, Approvals approvals) {
    this.documents = documents;
    this.submission = submission;
    this.acceptances = acceptances;
    this.approvals = approvals;
  }

  @GetMapping("/papers")
  String list(Model model) {
    model.addAttribute(
        "byKind", documents.all().stream().collect(Collectors.groupingBy(PublicDocument::kind)));
    model.addAttribute("kinds", DocumentKind.values());
    return "document/list";
  }

  /** The form of a new version: the one in force, or a starter text, to begin with. */
  @GetMapping("/papers/new")
  @Allowed(Right.DOCUMENT_WRITE)
  String form(@RequestParam DocumentKind kind, Model model) {
    model.addAttribute("kind", kind);
    model.addAttribute("starter", documents.inForce(kind).isEmpty());
    model.addAttribute(
        "wording",
        documents.inForce(kind).map(PublicDocument::wording).orElseGet(() -> Starter.of(kind)));
    model.addAttribute("acceptance", true);
    model.addAttribute("action", "/papers");
    return "document/edit";
  }

  @PostMapping("/papers")
  @Allowed(Right.DOCUMENT_WRITE)
  String draft(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam DocumentKind kind,
      @ModelAttribute Wording wording,
      @RequestParam(defaultValue = "false") boolean acceptance,
      HttpServletResponse response,
      Model model) {
    try {
      return shown(documents.draft(kind, wording, acceptance, member.actor()));
    } catch (ActionRefusedException refused) {
      refuse(refused, response, model);
      form(kind, model);
      model.addAttribute("wording", wording);
      return "document/edit";
    }
  }

  @GetMapping("/papers/{id}")
  String show(
      @PathVariable String id,
      @AuthenticationPrincipal SignedIn member,
      Locale locale,
      Model model) {
    PublicDocument document = document(id);
    model.addAttribute("document", document);
    model.addAttribute("title", document.wording().title(locale));
    model.addAttribute("html", Markdown.html(document.wording().text(locale)));
    model.addAttribute("accepted", acceptances.count(id));
    model.addAttribute("proposals", approvals.about(DocumentApproval.KIND, id));
    return "document/paper";
  }

  @GetMapping("/papers/{id}/edit")
  @Allowed(Right.DOCUMENT_WRITE)
  String edit(@PathVariable String id, Model model) {
    PublicDocument document = document(id);
    model.addAttribute("kind", document.kind());
    model.addAttribute("starter", false);
    model.addAttribute("wording", document.wording());
    model.addAttribute("acceptance", document.acceptance());
    model.addAttribute("action", "/papers/" + id);
    return "document/edit";
  }

  @PostMapping("/papers/{id}")
  @Allowed(Right.DOCUMENT_WRITE)
  String revise(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @ModelAttribute Wording wording,
      @RequestParam(defaultValue = "false") boolean acceptance,
      HttpServletResponse response,
      Model model) {
    try {
      return shown(documents.revise(id, wording, acceptance, member.actor()));
    } catch (ActionRefusedException refused) {
      refuse(refused, response, model);
      edit(id, model);
      model.addAttribute("wording", wording);
      return "document/edit";
    }
  }

  @PostMapping("/papers/{id}/submit")
  @Allowed(Right.DOCUMENT_WRITE)
  String submit(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam String reason,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    return step(() -> submission.submit(id, reason, member), id, member, locale, response, model);
  }

  @PostMapping("/papers/{id}/publish")
  @Allowed(Right.DOCUMENT_WRITE)
  String publish(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    return step(() -> documents.publish(id, member.actor()), id, member, locale, response, model);
  }

  private String step(
      Runnable step,
      String id,
      SignedIn member,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    try {
      step.run();
      return "redirect:/papers/" + id;
    } catch (ActionRefusedException refused) {
      refuse(refused, response, model);
      return show(id, member, locale, model);
    }
  }

  private static String shown(PublicDocument document) {
    return "redirect:/papers/" + document.id();
  }

  private static void refuse(
      ActionRefusedException refused, HttpServletResponse response, Model model) {
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    model.addAttribute("refusal", refused.code());
  }

  private PublicDocument document(String id) {
    return documents.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
