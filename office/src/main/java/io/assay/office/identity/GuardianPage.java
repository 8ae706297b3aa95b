package io.assay.office.identity;

import io.assay.office.staff.OpenPaths;
import io.assay.office.subject.SubjectService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** A guardian's own page: what was agreed to, and taking it back. Its address is the credential. */
@Controller
@RequestMapping("/guardian/{token}")
class GuardianPage {
  private final Guardianships guardianships;
  private final SubjectService subjects;

  GuardianPage(Guardianships guardianships, SubjectService subjects) {
    this.guardianships = guardianships;
    this.subjects = subjects;
  }

  /** Opens the page to everybody who knows its address. */
  @Configuration(proxyBeanMethods = false)
  static class Door {
    @Bean
    OpenPaths guardianDoor() {
      return OpenPaths.withoutFormToken("/guardian/**");
    }
  }

  @GetMapping
  String show(@PathVariable String token, Model model) {
    Guardianship consent = consent(token);
    model.addAttribute("consent", consent);
    model.addAttribute("state", subjects.find(consent.subject()).orElseThrow().state());
    return "identity/guardian";
  }

  @PostMapping("/withdraw")
  String withdraw(@PathVariable String token) {
    guardianships.withdraw(consent(token));
    return "redirect:/guardian/" + token;
  }

  private Guardianship consent(String token) {
    return guardianships
        .findByToken(token)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
