package io.assay.office.sanction;

import io.assay.gateway.Duty;
import io.assay.office.staff.OpenPaths;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The statement of reasons of one sanction, for whoever has its unguessable address: what was
 * decided, why, for how long, and where to appeal. It names no person.
 */
@Duty({"DS-10", "DS-12"})
@Controller
class DecisionPage {
  private final Sanctions sanctions;
  private final Clock clock;

  DecisionPage(Sanctions sanctions, Clock clock) {
    this.sanctions = sanctions;
    this.clock = clock;
  }

  @Configuration(proxyBeanMethods = false)
  static class Door {
    @Bean
    OpenPaths decisionDoor() {
      return OpenPaths.of("/decision/*");
    }
  }

  @GetMapping("/decision/{id}")
  String show(@PathVariable String id, Model model) {
    Sanction it =
        sanctions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("it", it);
    model.addAttribute("contestable", it.contestable(clock.instant()));
    return "sanction/decision";
  }
}
