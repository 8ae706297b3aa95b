package io.assay.office.self;

import io.assay.gateway.Duty;
import io.assay.office.OfficeConfig;
import io.assay.office.document.Acceptances;
import io.assay.office.exchange.ExchangeFilter;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.identity.Guardianships;
import io.assay.office.identity.IdentityService;
import io.assay.office.key.Key;
import io.assay.office.key.KeyService;
import io.assay.office.rumor.Telling;
import io.assay.office.sanction.Sanctions;
import io.assay.office.staff.OpenPaths;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page of an end user about itself. Its unguessable address is the only credential, so it needs
 * no session and no form token; it shows no content and no number in the clear.
 */
@Duty({"DS-9", "DS-12"})
@Controller
@RequestMapping("/my/{token}")
class OwnPage {
  private static final int USES = 20;

  private final SubjectService subjects;
  private final IdentityService identities;
  private final Guardianships guardianships;
  private final KeyService keys;
  private final ExchangeIndex exchanges;
  private final Acceptances acceptances;
  private final Sanctions sanctions;
  private final Telling telling;
  private final OfficeConfig config;
  private final Clock clock;

  OwnPage(
      SubjectService subjects,
      IdentityService identities,
      Guardianships guardianships,
      KeyService keys,
      ExchangeIndex exchanges,
      Acceptances acceptances,
      Sanctions sanctions,
      Telling telling,
      OfficeConfig config,
      Clock clock) {
    this.subjects = subjects;
    this.identities = identities;
    this.guardianships = guardianships;
    this.keys = keys;
    this.exchanges = exchanges;
    this.acceptances = acceptances;
    this.sanctions = sanctions;
    this.telling = telling;
    this.config = config;
    this.clock = clock;
  }

  /** Opens the page to everybody who knows its address. */
  @Configuration(proxyBeanMethods = false)
  static class Door {
    @Bean
    OpenPaths ownDoor() {
      return OpenPaths.withoutFormToken("/my/**", "/api/v1/my/**");
    }
  }

  @GetMapping
  String show(@PathVariable String token, Model model) {
    Subject subject = subject(token);
    model.addAttribute("token", token);
    model.addAttribute("subject", subject);
    model.addAttribute("verifications", identities.of(subject.id()));
    model.addAttribute("guardianships", guardianships.of(subject.id()));
    model.addAttribute("keys", keys.of(subject.id()));
    model.addAttribute(
        "uses",
        exchanges.list(ExchangeFilter.ofSubject(subject.id()), Optional.empty(), USES).exchanges());
    model.addAttribute("due", acceptances.due(subject.id()).size());
    model.addAttribute("accepted", acceptances.of(subject.id()).size());
    model.addAttribute("sanctions", sanctions.of(subject.id()));
    model.addAttribute("refutations", telling.seenBy(subject.id()));
    model.addAttribute("now", clock.instant());
    model.addAttribute("appealUrl", config.address("/appeal"));
    return "self/show";
  }

  @PostMapping("/keys/{id}/revoke")
  String revoke(@PathVariable String token, @PathVariable String id) {
    Subject subject = subject(token);
    keys.of(subject.id()).stream()
        .filter(key -> key.id().equals(id))
        .map(Key::id)
        .findFirst()
        .ifPresentOrElse(
            own -> keys.revoke(own, subject.actor()),
            () -> {
              throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            });
    return "redirect:" + subject.ownPath();
  }

  /** Leaves the service: closes the account and revokes its keys. */
  @PostMapping("/leave")
  String leave(@PathVariable String token, @RequestParam(defaultValue = "false") boolean sure) {
    Subject subject = subject(token);
    if (sure) {
      subjects.move(subject.id(), SubjectState.CLOSED, "closed by its holder", subject.actor());
      keys.of(subject.id()).stream()
          .filter(Key::inForce)
          .forEach(key -> keys.revoke(key.id(), subject.actor()));
    }
    return "redirect:" + subject.ownPath();
  }

  private Subject subject(String token) {
    return subjects
        .findByToken(token)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
