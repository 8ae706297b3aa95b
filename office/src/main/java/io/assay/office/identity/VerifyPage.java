package io.assay.office.identity;

import io.assay.office.staff.OpenPaths;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
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
 * The page on which a subject verifies its real identity (Art. 9). Its unguessable address is the
 * only credential, so it needs no session and no form token.
 */
@Controller
@RequestMapping("/verify-identity/{token}")
class VerifyPage {
  private final SubjectService subjects;
  private final MobileVerification mobile;
  private final RegisterVerification registers;
  private final OneTimeCodes codes;

  VerifyPage(
      SubjectService subjects,
      MobileVerification mobile,
      RegisterVerification registers,
      OneTimeCodes codes) {
    this.subjects = subjects;
    this.mobile = mobile;
    this.registers = registers;
    this.codes = codes;
  }

  /** Opens the page to everybody who knows its address. */
  @Configuration(proxyBeanMethods = false)
  static class Door {
    @Bean
    OpenPaths verifyIdentityDoor() {
      return OpenPaths.withoutFormToken("/verify-identity/**");
    }
  }

  @GetMapping
  String show(@PathVariable String token, Model model) {
    Subject subject = subject(token);
    model.addAttribute("token", token);
    model.addAttribute("state", subject.state().name());
    model.addAttribute("waiting", codes.waiting(subject).orElse(null));
    model.addAttribute("mobile", mobile.offered());
    model.addAttribute("resident", registers.offers(Method.RESIDENT_ID));
    model.addAttribute("organisation", registers.offers(Method.ORGANISATION_CODE));
    return "identity/verify";
  }

  @PostMapping("/mobile")
  String sendCode(
      @PathVariable String token,
      @RequestParam String number,
      HttpServletResponse response,
      Model model) {
    Subject subject = subject(token);
    return switch (MobileNumber.parse(number)) {
      case Reading.Valid<MobileNumber> valid ->
          answer(mobile.send(subject, valid.value()), token, response, model);
      case Reading.Invalid<MobileNumber> invalid ->
          flawed("mobile", invalid.flaw(), token, response, model);
    };
  }

  @PostMapping("/code")
  String checkCode(
      @PathVariable String token,
      @RequestParam String code,
      HttpServletResponse response,
      Model model) {
    return answer(mobile.check(subject(token), code), token, response, model);
  }

  @PostMapping("/resident")
  String resident(
      @PathVariable String token,
      @RequestParam String name,
      @RequestParam String number,
      HttpServletResponse response,
      Model model) {
    Subject subject = subject(token);
    return switch (ResidentId.parse(number, registers.today())) {
      case Reading.Valid<ResidentId> valid ->
          answer(registers.resident(subject, name, valid.value()), token, response, model);
      case Reading.Invalid<ResidentId> invalid ->
          flawed("resident", invalid.flaw(), token, response, model);
    };
  }

  @PostMapping("/organisation")
  String organisation(
      @PathVariable String token,
      @RequestParam String name,
      @RequestParam String number,
      HttpServletResponse response,
      Model model) {
    Subject subject = subject(token);
    return switch (UnifiedSocialCreditCode.parse(number)) {
      case Reading.Valid<UnifiedSocialCreditCode> valid ->
          answer(registers.organisation(subject, name, valid.value()), token, response, model);
      case Reading.Invalid<UnifiedSocialCreditCode> invalid ->
          flawed("organisation", invalid.flaw(), token, response, model);
    };
  }

  private String answer(Answer answer, String token, HttpServletResponse response, Model model) {
    switch (answer) {
      case Answer.CodeSent sent -> model.addAttribute("sent", sent);
      case Answer.Verified verified -> {}
      case Answer.Refused refused ->
          refuse("identity.refused." + refused.reason().name(), response, model);
    }
    return show(token, model);
  }

  private String flawed(
      String method, Reading.Flaw flaw, String token, HttpServletResponse response, Model model) {
    refuse("identity.flaw." + method + "." + flaw.name().toLowerCase(Locale.ROOT), response, model);
    return show(token, model);
  }

  private static void refuse(String message, HttpServletResponse response, Model model) {
    model.addAttribute("refusal", message);
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
  }

  private Subject subject(String token) {
    return subjects
        .findByToken(token)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
