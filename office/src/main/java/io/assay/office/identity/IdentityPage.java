package io.assay.office.identity;

import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A subject's verifications, as staff sees them: masked. */
@Controller
@Allowed(Right.IDENTITY_READ)
class IdentityPage {
  private final IdentityService identities;
  private final Guardianships guardianships;
  private final Reveals reveals;
  private final SubjectService subjects;

  IdentityPage(
      IdentityService identities,
      Guardianships guardianships,
      Reveals reveals,
      SubjectService subjects) {
    this.identities = identities;
    this.guardianships = guardianships;
    this.reveals = reveals;
    this.subjects = subjects;
  }

  @GetMapping("/subjects/{id}/identity")
  String show(@PathVariable String id, Model model) {
    Subject subject =
        subjects.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("subject", subject);
    model.addAttribute("verifications", identities.of(id));
    model.addAttribute("guardianships", guardianships.of(id));
    model.addAttribute("reveals", reveals.of(id));
    return "identity/list";
  }
}
