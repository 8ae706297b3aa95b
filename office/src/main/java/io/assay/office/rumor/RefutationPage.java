package io.assay.office.rumor;

import io.assay.gateway.Duty;
import io.assay.office.staff.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What this service has refuted, for everybody (Art. 11). */
@Duty("DS-11")
@Controller
class RefutationPage {
  private final Rumors rumors;

  RefutationPage(Rumors rumors) {
    this.rumors = rumors;
  }

  @Bean
  static OpenPaths refutationDoor() {
    return OpenPaths.of("/refutations");
  }

  @GetMapping("/refutations")
  String list(Model model) {
    model.addAttribute("rows", rumors.refuted());
    return "rumor/refutations";
  }
}
