package io.assay.office.web;

import io.assay.office.approval.ActionRefusedException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Tells a program what refused its request: what cannot be read, is not there, or which rule. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = RestController.class)
class Refusals extends ResponseEntityExceptionHandler {
  private final MessageSource words;

  Refusals(MessageSource words) {
    this.words = words;
  }

  @ExceptionHandler
  ProblemDetail refused(ActionRefusedException refused, Locale locale) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatusCode.valueOf(refused.status()),
            words.getMessage(refused.code(), null, refused.code(), locale));
    problem.setProperty("code", refused.code());
    return problem;
  }
}
