package io.assay.office.content;

import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pictures and sounds of exchanges as programs read them; every call is a view in the ledger. */
@RestController
@RequestMapping("/api/v1/exchanges")
class FileApi {
  private final Files files;

  FileApi(Files files) {
    this.files = files;
  }

  @PostMapping("/{id}/files/{field}")
  @Allowed(Right.CONTENT_READ)
  ResponseEntity<Resource> file(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable String field) {
    return MediaAnswer.of(files.open(id, field, member));
  }
}
