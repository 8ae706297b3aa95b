package io.assay.office.content;

import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A picture or a sound of an exchange; every look is a view in the ledger. */
@Controller
class FilePage {
  private final Files files;

  FilePage(Files files) {
    this.files = files;
  }

  @GetMapping("/exchanges/{id}/files/{field}")
  @Allowed(Right.CONTENT_READ)
  ResponseEntity<Resource> file(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable String field) {
    return MediaAnswer.of(files.open(id, field, member));
  }
}
