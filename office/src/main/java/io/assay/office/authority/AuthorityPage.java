package io.assay.office.authority;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.authority.Authority.Channel;
import io.assay.office.authority.Authority.Kind;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The register of authorities, and whom a matter would go to. */
@Controller
@Allowed(Right.REPORT_READ)
class AuthorityPage {
  private final Authorities authorities;

  AuthorityPage(Authorities authorities) {
    this.authorities = authorities;
  }

  @GetMapping("/authorities")
  String list(
      @RequestParam Optional<String> region, @RequestParam Optional<String> type, Model model) {
    model.addAttribute("authorities", authorities.inForce());
    model.addAttribute("region", region.orElse(""));
    model.addAttribute("type", type.orElse(""));
    if (region.isPresent() || type.isPresent()) {
      try {
        model.addAttribute("recipient", authorities.recipient(region.orElse(""), type.orElse("")));
      } catch (ActionRefusedException refused) {
        model.addAttribute("refusal", refused.code());
      }
    }
    choices(model);
    return "authority/book";
  }

  @GetMapping("/authorities/{id}")
  String show(@PathVariable String id, Model model) {
    Authority it =
        authorities.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("it", it);
    model.addAttribute("filled", it);
    choices(model);
    return "authority/entry";
  }

  @PostMapping("/authorities")
  @Allowed(Right.REPORT_APPROVE)
  String add(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam Map<String, String> form,
      HttpServletResponse response,
      Model model) {
    AuthorityEntry entry = entry(form);
    try {
      authorities.add(entry, member.actor());
      return "redirect:/authorities";
    } catch (ActionRefusedException refused) {
      refuse(refused, response, model);
      model.addAttribute("filled", entry);
      return list(Optional.empty(), Optional.empty(), model);
    }
  }

  @PostMapping("/authorities/{id}")
  @Allowed(Right.REPORT_APPROVE)
  String change(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response,
      Model model) {
    AuthorityEntry entry = entry(form);
    try {
      authorities.change(id, entry, member.actor());
      return "redirect:/authorities";
    } catch (ActionRefusedException refused) {
      refuse(refused, response, model);
      String page = show(id, model);
      model.addAttribute("filled", entry);
      return page;
    }
  }

  @PostMapping("/authorities/{id}/retire")
  @Allowed(Right.REPORT_APPROVE)
  String retire(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    try {
      authorities.retire(id, member.actor());
      return "redirect:/authorities";
    } catch (ActionRefusedException refused) {
      refuse(refused, response, model);
      return show(id, model);
    }
  }

  private static AuthorityEntry entry(Map<String, String> form) {
    return new AuthorityEntry(
        form.get("nameZh"),
        form.get("nameEn"),
        named(Kind.class, form.get("kind"), Kind.OTHER),
        form.get("region"),
        form.get("types"),
        named(Channel.class, form.get("channel"), Channel.MANUAL),
        form.get("address"),
        form.get("hostKey"));
  }

  private static <E extends Enum<E>> E named(Class<E> type, @Nullable String name, E usual) {
    for (E it : type.getEnumConstants()) {
      if (it.name().equals(name)) {
        return it;
      }
    }
    return usual;
  }

  private static void choices(Model model) {
    model.addAttribute("kinds", Kind.values());
    model.addAttribute("channels", Channel.values());
  }

  private static void refuse(
      ActionRefusedException refused, HttpServletResponse response, Model model) {
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    model.addAttribute("refusal", refused.code());
  }
}
