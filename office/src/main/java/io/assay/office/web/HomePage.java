package io.assay.office.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The front door: the public reads what this service is, staff go on to the overview. */
@Controller
class HomePage {

  @GetMapping("/")
  String home(@ModelAttribute("site") Site site) {
    return site.signedIn() ? "redirect:/overview" : "home";
  }
}
