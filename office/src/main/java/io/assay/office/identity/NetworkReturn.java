package io.assay.office.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the national network identity service sends people back to. */
@Controller
class NetworkReturn {
  private final NetworkIdentity network;

  NetworkReturn(NetworkIdentity network) {
    this.network = network;
  }

  @GetMapping(NetworkIdentity.RETURN)
  String finish(HttpServletRequest request, HttpServletResponse response, Model model) {
    return network
        .finish(request)
        .map(back -> said(back, response, model))
        .orElseGet(() -> failed("identity.network.failed", response, model));
  }

  private static String said(NetworkIdentity.Back back, HttpServletResponse response, Model model) {
    return switch (back.answer()) {
      case Answer.Refused refused ->
          failed("identity.refused." + refused.reason().name(), response, model);
      case Answer.Verified verified -> "redirect:/verify-identity/" + back.token();
      case Answer.CodeSent sent -> throw new IllegalStateException("no code belongs here");
    };
  }

  private static String failed(String refusal, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("refusal", refusal);
    return "identity/network";
  }
}
