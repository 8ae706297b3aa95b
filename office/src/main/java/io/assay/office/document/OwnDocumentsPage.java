package io.assay.office.document;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.document.Acceptance.Via;
import io.assay.office.document.Acceptances.Manner;
import io.assay.office.document.Reminder.Moment;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
 * The page on which an end user reads and accepts what is in force, and acknowledges reminders. Its
 * unguessable address is the credential.
 */
@Controller
@RequestMapping("/my/{token}/documents")
class OwnDocumentsPage {
  private final SubjectService subjects;
  private final Acceptances acceptances;
  private final Reminders reminders;

  OwnDocumentsPage(SubjectService subjects, Acceptances acceptances, Reminders reminders) {
    this.subjects = subjects;
    this.acceptances = acceptances;
    this.reminders = reminders;
  }

  /** A document to accept, as the reader sees it. */
  record Due(PublicDocument document, String title, String html) {}

  @GetMapping
  String show(@PathVariable String token, Locale locale, Model model) {
    Subject subject = subject(token);
    List<Due> due =
        acceptances.due(subject.id()).stream().map(document -> due(document, locale)).toList();
    model.addAttribute("token", token);
    model.addAttribute("ownPath", subject.ownPath());
    model.addAttribute("due", due);
    model.addAttribute("accepted", acceptances.of(subject.id()));
    model.addAttribute("openReminders", reminders.open(subject.id()));
    model.addAttribute("reminders", reminders.of(subject.id()));
    return "document/own";
  }

  /** Accepts exactly the versions that were on the page. */
  @PostMapping
  String accept(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable List<String> document,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Subject subject = subject(token);
    if (document == null || document.isEmpty()) {
      return refuse("document.none-chosen", token, locale, response, model);
    }
    Manner manner = new Manner(Via.HOSTED, locale, request.getRemoteAddr(), subject.actor());
    try {
      document.stream().distinct().forEach(it -> acceptances.accept(subject, it, manner));
    } catch (ActionRefusedException refused) {
      return refuse(refused.code(), token, locale, response, model);
    }
    return "redirect:" + subject.ownPath() + "/documents";
  }

  @PostMapping("/reminders")
  String acknowledge(@PathVariable String token, @RequestParam Moment moment, Locale locale) {
    Subject subject = subject(token);
    reminders.acknowledge(subject, moment, locale, subject.actor());
    return "redirect:" + subject.ownPath() + "/documents";
  }

  private String refuse(
      String code, String token, Locale locale, HttpServletResponse response, Model model) {
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    model.addAttribute("refusal", code);
    return show(token, locale, model);
  }

  private static Due due(PublicDocument document, Locale locale) {
    Wording wording = document.wording();
    return new Due(document, wording.title(locale), Markdown.html(wording.text(locale)));
  }

  private Subject subject(String token) {
    return subjects
        .findByToken(token)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
