package io.assay.office.web;

import io.assay.office.approval.ActionRefusedException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells a program which rule refused its request, by code and in words. */
@RestControllerAdvice(annotations = RestController.class)
class Refusals {
  private final MessageSource messages;

  Refusals(MessageSource messages) {
    this.messages = messages;
  }

  @ExceptionHandler
  ProblemDetail refused(ActionRefusedException refused, Locale locale) {
    HttpStatus status =
        refused.code().endsWith(".unknown") ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            status, messages.getMessage(refused.code(), null, refused.code(), locale));
    problem.setProperty("code", refused.code());
    return problem;
  }
}
