package io.assay.office.verify;

import io.assay.office.journal.Act;
import io.assay.office.policy.Policies;
import io.assay.office.staff.SignedIn;
import io.assay.office.verify.FileCheck.Problem;
import io.assay.office.verify.FileCheck.Result;
import io.assay.office.visit.Visits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/** The public check of a file's labels (Art. 16-18). */
@Controller
class CheckPage {
  private static final String TOO_OFTEN = "TOO_OFTEN";

  private final FileCheck files;
  private final Visits visits;
  private final Policies policies;

  CheckPage(FileCheck files, Visits visits, Policies policies) {
    this.files = files;
    this.visits = visits;
    this.policies = policies;
  }

  @GetMapping("/verify")
  String ask(@RequestParam(defaultValue = "") String problem, Model model) {
    boolean tooLarge = problem.equals(Problem.TOO_LARGE.name());
    return page(tooLarge ? problem : "", model);
  }

  @PostMapping("/verify")
  String check(
      @AuthenticationPrincipal @Nullable SignedIn member,
      @RequestParam MultipartFile file,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    int most = policies.count(CheckNumbers.PER_HOUR);
    if (!visits.admits("check", request.getRemoteAddr(), most)) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      model.addAttribute("most", most);
      return page(TOO_OFTEN, model);
    }
    return switch (files.check(file, member == null ? Act.VISITOR : member.actor())) {
      case Result.Checked checked -> {
        model.addAttribute("file", checked.file());
        yield page("", model);
      }
      case Result.Unchecked unchecked -> {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        yield page(unchecked.problem().name(), model);
      }
    };
  }

  private String page(String problem, Model model) {
    DataSize largest = files.largest();
    model.addAttribute("problem", problem);
    model.addAttribute("limit", largest.toMegabytes() + " MB");
    model.addAttribute("limitBytes", largest.toBytes());
    return "verify";
  }

  /** Sends whoever sent too large a file back to the form, which says so. */
  @ControllerAdvice
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static class TooLarge {
    @ExceptionHandler(
        value = MaxUploadSizeExceededException.class,
        produces = MediaType.TEXT_HTML_VALUE)
    String back() {
      return "redirect:/verify?problem=" + Problem.TOO_LARGE;
    }
  }
}
