package io.assay.office.intake;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.gateway.Duty;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.deadline.Deadlines;
import io.assay.office.deadline.Limits;
import io.assay.office.intake.Reception.Form;
import io.assay.office.intake.Reception.Received;
import io.assay.office.staff.OpenPaths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The three doors, open to everybody without signing in, and the way back to one's own case. */
@Duty("DS-12")
@Controller
class IntakePage {
  private static final String DOORS = "{door:appeal|complaint|report}";

  private final Reception reception;
  private final Deadlines deadlines;
  private final Limits limits;
  private final Effort effort;
  private final Gate gate;
  private final IntakeNumbers numbers;
  private final Clock clock;

  IntakePage(
      Reception reception,
      Deadlines deadlines,
      Limits limits,
      Effort effort,
      Gate gate,
      IntakeNumbers numbers,
      Clock clock) {
    this.reception = reception;
    this.deadlines = deadlines;
    this.limits = limits;
    this.effort = effort;
    this.gate = gate;
    this.numbers = numbers;
    this.clock = clock;
  }

  @Configuration(proxyBeanMethods = false)
  static class Doors {
    @Bean
    OpenPaths intakeDoors() {
      return OpenPaths.of(
          "/appeal/**",
          "/complaint/**",
          "/report/**",
          "/process",
          "/transparency",
          "/api/v1/intake/**");
    }
  }

  @GetMapping("/" + DOORS)
  String form(
      @PathVariable String door, @RequestParam(defaultValue = "") String about, Model model) {
    Door opened = door(door);
    model.addAttribute("door", opened);
    model.addAttribute("about", about);
    model.addAttribute(
        "contested", about.isEmpty() ? null : reception.contested(about).orElse(null));
    model.addAttribute("topics", Topics.of(opened));
    model.addAttribute("acknowledge", limits.today(opened.acknowledge()));
    model.addAttribute("decide", limits.today(opened.decide()));
    model.addAttribute("challenge", effort.challenge());
    model.addAttribute("bits", effort.bits());
    model.addAttribute("fileLimit", numbers.fileBytes());
    model.addAttribute("fileCount", numbers.files());
    model.addAttribute("fileTypes", FileKind.CHOOSER);
    return "intake/form";
  }

  /** Answers with the page itself: the receipt code is shown this once. */
  @PostMapping("/" + DOORS)
  String submit(
      @PathVariable String door,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String mail,
      @RequestParam(defaultValue = "") String website,
      @RequestParam(defaultValue = "") String challenge,
      @RequestParam(defaultValue = "") String nonce,
      @RequestParam(name = "file", required = false) List<MultipartFile> files,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Door opened = door(door);
    try {
      boolean admitted =
          website.isEmpty() && gate.admits(request.getRemoteAddr(), challenge, nonce);
      refuseUnless(admitted, "intake.too-fast");
      String chosen = Topics.of(opened).contains(topic) ? topic : Topics.OTHER;
      Received received =
          reception.submit(
              new Form(opened, about, chosen, text, mail, locale.getLanguage()), Gate.sent(files));
      model.addAttribute("door", opened);
      model.addAttribute("code", received.code().text());
      model.addAttribute("mail", received.intake().contact());
      model.addAttribute("clocks", deadlines.about(received.intake().id()));
      model.addAttribute("now", clock.instant());
      response.setHeader("Cache-Control", "no-store");
      return "intake/received";
    } catch (ActionRefusedException refused) {
      refuse(refused, response, model);
      model.addAttribute("text", text);
      model.addAttribute("mail", mail);
      model.addAttribute("chosen", topic);
      model.addAttribute("again", !Gate.sent(files).isEmpty());
      return form(door, about, model);
    }
  }

  @PostMapping("/" + DOORS + "/find")
  String find(
      @PathVariable String door,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return ReceiptCode.parse(code)
        .filter(it -> gate.opens(door(door), it, request.getRemoteAddr()))
        .map(it -> "redirect:/" + door(door).code() + "/" + it.text())
        .orElseGet(
            () -> {
              response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
              model.addAttribute("notFound", "intake.code");
              model.addAttribute("code", code);
              return form(door, "", model);
            });
  }

  @GetMapping("/" + DOORS + "/{code}")
  String own(
      @PathVariable String door,
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    reception.seen(mine(door, code, request), "page");
    IntakeCase it = mine(door, code, request);
    model.addAttribute("it", it);
    model.addAttribute("code", code);
    model.addAttribute("lines", reception.timeline(it));
    model.addAttribute("files", reception.attachments(it));
    model.addAttribute("clocks", deadlines.about(it.id()));
    model.addAttribute("ground", reception.ground(it).orElse(null));
    model.addAttribute("satisfactions", Satisfaction.values());
    model.addAttribute("fileLimit", numbers.fileBytes());
    model.addAttribute("fileCount", numbers.files());
    model.addAttribute("fileTypes", FileKind.CHOOSER);
    model.addAttribute("now", clock.instant());
    response.setHeader("Cache-Control", "no-store");
    return "intake/own";
  }

  @PostMapping("/" + DOORS + "/{code}/answer")
  String answer(
      @PathVariable String door,
      @PathVariable String code,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(name = "file", required = false) List<MultipartFile> files,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      reception.answer(mine(door, code, request), text, Gate.sent(files));
      return "redirect:/" + door + "/" + code;
    } catch (ActionRefusedException refused) {
      refuse(refused, response, model);
      model.addAttribute("text", text);
      model.addAttribute("again", !Gate.sent(files).isEmpty());
      return own(door, code, request, response, model);
    }
  }

  @PostMapping("/" + DOORS + "/{code}/satisfaction")
  String rate(
      @PathVariable String door,
      @PathVariable String code,
      @RequestParam Satisfaction satisfaction,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      reception.rate(mine(door, code, request), satisfaction);
      return "redirect:/" + door + "/" + code;
    } catch (ActionRefusedException refused) {
      refuse(refused, response, model);
      return own(door, code, request, response, model);
    }
  }

  @PostMapping("/" + DOORS + "/{code}/withdraw")
  String withdraw(
      @PathVariable String door,
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      reception.withdraw(mine(door, code, request));
      return "redirect:/" + door + "/" + code;
    } catch (ActionRefusedException refused) {
      refuse(refused, response, model);
      return own(door, code, request, response, model);
    }
  }

  private IntakeCase mine(String door, String code, HttpServletRequest request) {
    return gate.mine(door(door), code, request.getRemoteAddr());
  }

  private static Door door(String code) {
    return Door.named(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static void refuse(
      ActionRefusedException refused, HttpServletResponse response, Model model) {
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    model.addAttribute("refusal", refused.code());
  }
}
