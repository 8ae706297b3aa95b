package io.assay.office.key;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
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

@Controller
@Allowed(Right.ACCESS_READ)
class KeyPage {
  private static final int PAGE = 50;

  private final KeyService keys;
  private final SubjectService subjects;

  KeyPage(KeyService keys, SubjectService subjects) {
    this.keys = keys;
    this.subjects = subjects;
  }

  @GetMapping("/subjects/{subject}/keys")
  String list(
      @PathVariable String subject, @RequestParam(defaultValue = "") String after, Model model) {
    Subject owner = subjects.find(subject).orElseThrow(KeyPage::notFound);
    model.addAttribute("subject", owner);
    Slice<Key> slice = keys.of(owner.id(), Cursor.parse(after), PAGE);
    model.addAttribute("keys", slice.rows());
    model.addAttribute("next", slice.next());
    return "key/list";
  }

  /** Answers with the page itself and not with a redirect: the secret is shown this once. */
  @PostMapping("/subjects/{subject}/keys")
  @Allowed(Right.ACCESS_WRITE)
  String issue(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String subject,
      @RequestParam String name,
      HttpServletResponse response,
      Model model) {
    Optional<IssuedKey> issued = keys.issue(subject, name, member.actor());
    issued.ifPresent(key -> model.addAttribute("issued", key));
    if (issued.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", "key.name.refused");
    }
    return list(subject, "", model);
  }

  @PostMapping("/keys/{id}/revoke")
  @Allowed(Right.ACCESS_WRITE)
  String revoke(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    Key key = keys.find(id).orElseThrow(KeyPage::notFound);
    keys.revoke(id, member.actor());
    return "redirect:/subjects/" + key.subject() + "/keys";
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
