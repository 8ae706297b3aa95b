package io.assay.office.web;

import io.assay.office.approval.ActionRefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Gives a browser the error page where a program gets a problem in JSON. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Lapses {

  @ExceptionHandler(
      value = {
        ResponseStatusException.class,
        NoResourceFoundException.class,
        NoHandlerFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        ServletRequestBindingException.class
      },
      produces = MediaType.TEXT_HTML_VALUE)
  void answer(Exception lapse, HttpServletResponse response) throws IOException {
    response.sendError(((ErrorResponse) lapse).getStatusCode().value());
  }

  /** A rule refused where no page of its own says so. */
  @ExceptionHandler(produces = MediaType.TEXT_HTML_VALUE)
  void refuse(ActionRefusedException refused, HttpServletResponse response) throws IOException {
    response.sendError(refused.status());
  }

  /** A form lacked its files, or a field without which what it describes cannot be. */
  @ExceptionHandler(
      value = {MultipartException.class, BeanInstantiationException.class},
      produces = MediaType.TEXT_HTML_VALUE)
  void reject(Exception broken, HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_BAD_REQUEST);
  }
}
