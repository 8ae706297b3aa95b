package io.assay.office.publication;

import io.assay.office.Cursor;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The register of publications, for staff. */
@Controller
@Allowed(Right.PUBLICATION_READ)
class RegisterPage {
  private static final int PAGE = 50;

  private final Publications publications;

  RegisterPage(Publications publications) {
    this.publications = publications;
  }

  @GetMapping("/publications")
  String list(
      @RequestParam Optional<PublicationState> state,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    PublicationFilter filter = new PublicationFilter(state, subject.strip(), number.strip());
    PublicationPage page = publications.list(filter, Cursor.parse(after), PAGE);
    model.addAttribute("rows", page.publications());
    model.addAttribute("filter", filter);
    model.addAttribute("filtered", !filter.equals(PublicationFilter.everything()));
    model.addAttribute("state", state.map(Enum::name).orElse(""));
    model.addAttribute("states", PublicationState.values());
    model.addAttribute("after", after);
    model.addAttribute("next", page.next().map(Object::toString).orElse(""));
    return "publication/list";
  }

  @GetMapping("/publications/{id}")
  String show(@PathVariable String id, Model model) {
    Publication publication =
        publications.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("publication", publication);
    model.addAttribute("fetches", publications.fetches(id));
    return "publication/show";
  }

  @PostMapping("/publications/{id}/{step}")
  @Allowed(Right.PUBLICATION_WRITE)
  String step(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable Step step,
      @RequestParam String reason,
      HttpServletResponse response,
      Model model) {
    try {
      step.take(publications, id, reason, member.actor());
      return "redirect:/publications/" + id;
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return show(id, model);
    }
  }
}
