package io.assay.office.content;

import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whoever handles cases sees the exchanges of a disposal that is not closed, and of an appeal,
 * complaint or report that is theirs.
 */
@Component
class CasePurpose implements ContentPurpose {
  private final OpenCaseStore cases;

  CasePurpose(OpenCaseStore cases) {
    this.cases = cases;
  }

  @Override
  public String kind() {
    return "case";
  }

  @Override
  public boolean holds(SignedIn reader, String id, String exchange) {
    return held(reader, exchange).filter(id::equals).isPresent();
  }

  @Override
  public Optional<String> held(SignedIn reader, String exchange) {
    return reader.may(Right.CASE_WRITE, Right.CASE_APPROVE)
        ? cases.on(exchange, reader.actor())
        : Optional.empty();
  }
}
