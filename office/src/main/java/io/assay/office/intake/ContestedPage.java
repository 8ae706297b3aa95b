package io.assay.office.intake;

import io.assay.office.content.Content;
import io.assay.office.content.Contents;
import io.assay.office.content.View;
import io.assay.office.content.View.Part;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows one part of what is contested, alone; every look is in the ledger. */
@Controller
@Allowed(Right.CONTENT_READ)
class ContestedPage {
  private final Contents contents;

  ContestedPage(Contents contents) {
    this.contents = contents;
  }

  @GetMapping("/cases/{id}/contested/{exchange}/{part}")
  ResponseEntity<byte[]> show(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable String exchange,
      @PathVariable Part part) {
    Content content =
        contents.open(new View(exchange, part, ContestedContent.KIND, id, ""), member);
    return ResponseEntity.ok()
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.parseMediaType(type(content)))
        .body(content.bytes());
  }

  /** Text is never more than text; a file is of the kind that its first bytes say. */
  private static String type(Content content) {
    return content.media().equals("text")
        ? FileKind.TEXT.type()
        : FileKind.of(content.bytes())
            .map(FileKind::type)
            .orElse(MediaType.APPLICATION_OCTET_STREAM_VALUE);
  }
}
