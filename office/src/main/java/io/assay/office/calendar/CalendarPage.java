package io.assay.office.calendar;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The year files that working days are counted with. */
@Controller
@Allowed({Right.SYSTEM_WRITE, Right.CASE_READ, Right.CONTROL_READ})
class CalendarPage {
  private final Calendars calendars;

  CalendarPage(Calendars calendars) {
    this.calendars = calendars;
  }

  @GetMapping("/calendars")
  String list(Model model) {
    model.addAttribute("years", calendars.years().reversed());
    return "calendar/list";
  }

  @PostMapping("/calendars")
  @Allowed(Right.SYSTEM_WRITE)
  String add(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam MultipartFile file,
      @RequestParam String signature,
      HttpServletResponse response,
      Model model)
      throws IOException {
    try {
      calendars.add(new String(file.getBytes(), StandardCharsets.UTF_8), signature, member.actor());
      return "redirect:/calendars";
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return list(model);
    }
  }
}
