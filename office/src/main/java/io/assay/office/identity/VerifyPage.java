package io.assay.office.identity;

import io.assay.office.OfficeConfig;
import io.assay.office.staff.OpenPaths;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
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
  private final NetworkIdentity network;
  private final Guardianships guardianships;
  private final IdentityNumbers numbers;
  private final MessageSource messages;
  private final OfficeConfig config;

  VerifyPage(
      SubjectService subjects,
      MobileVerification mobile,
      RegisterVerification registers,
      OneTimeCodes codes,
      NetworkIdentity network,
      Guardianships guardianships,
      IdentityNumbers numbers,
      MessageSource messages,
      OfficeConfig config) {
    this.subjects = subjects;
    this.mobile = mobile;
    this.registers = registers;
    this.codes = codes;
    this.network = network;
    this.guardianships = guardianships;
    this.numbers = numbers;
    this.messages = messages;
    this.config = config;
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
    model.addAttribute("reason", subject.reason());
    model.addAttribute("ownPath", subject.ownPath());
    model.addAttribute("youngest", config.identity().youngest());
    model.addAttribute("network", network.offered());
    model.addAttribute("networkProvider", config.identity().network().provider());
    model.addAttribute("mobile", mobile.offered());
    model.addAttribute("numbers", limits());
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

  @GetMapping("/network")
  String beginNetwork(@PathVariable String token, HttpServletRequest request) {
    Subject subject = subject(token);
    if (!network.offered()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return "redirect:"
        + network
            .begin(request, subject)
            .map(Object::toString)
            .orElse(subject.verificationPath() + "?failed");
  }

  /** A guardian verifies a minor and agrees, both on this page. */
  @PostMapping("/minor")
  String minor(
      @PathVariable String token,
      @RequestParam String childName,
      @RequestParam String childNumber,
      @RequestParam String guardianName,
      @RequestParam String guardianNumber,
      @RequestParam Guardianship.Relation relation,
      @RequestParam(defaultValue = "false") boolean consent,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    Subject subject = subject(token);
    if (!consent) {
      return answer(Answer.refused(Answer.Reason.NO_CONSENT), token, response, model);
    }
    Reading<ResidentId> child = ResidentId.parse(childNumber, registers.today());
    Reading<ResidentId> guardian = ResidentId.parse(guardianNumber, registers.today());
    if (child instanceof Reading.Invalid<ResidentId>(var flaw)) {
      return flawed("resident", flaw, token, response, model);
    }
    if (guardian instanceof Reading.Invalid<ResidentId>(var flaw)) {
      return flawed("resident", flaw, token, response, model);
    }
    Answer answer =
        guardianships.consent(
            subject,
            new Person(childName, ((Reading.Valid<ResidentId>) child).value()),
            new Person(guardianName, ((Reading.Valid<ResidentId>) guardian).value()),
            relation,
            messages.getMessage("identity.minor.consent", null, locale));
    if (answer instanceof Answer.Verified) {
      model.addAttribute(
          "guardianUrl",
          config.address("/guardian/" + guardianships.of(subject.id()).getFirst().token()));
    }
    return answer(answer, token, response, model);
  }

  /** The limits that whoever verifies here meets. */
  private Map<String, Long> limits() {
    return Map.of(
        "codeMinutes", Math.ceilDiv(numbers.codeLife().toSeconds(), 60),
        "codeTries", (long) numbers.codeTries(),
        "codesPerDay", (long) numbers.codesPerDay(),
        "attemptsPerDay", (long) numbers.attemptsPerDay(),
        "days", numbers.life().toDays());
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
