package io.assay.office.intake;

import io.assay.office.content.Content;
import io.assay.office.content.Contents;
import io.assay.office.content.MediaAnswer;
import io.assay.office.content.View;
import io.assay.office.content.View.Part;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows one part of what is contested, alone; every look is in the ledger. */
@Controller
@Allowed(Right.CONTENT_READ)
class ContestedPage {
  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  private final Contents contents;

  ContestedPage(Contents contents) {
    this.contents = contents;
  }

  @GetMapping("/cases/{id}/contested/{exchange}/{part}")
  ResponseEntity<Resource> show(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable String exchange,
      @PathVariable Part part,
      @RequestParam(defaultValue = "") String file) {
    Content content =
        contents.open(new View(exchange, part, file, ContestedContent.KIND, id, ""), member);
    return content.media().equals("text") ? text(content) : MediaAnswer.of(content);
  }

  /** Text is never more than text. */
  private static ResponseEntity<Resource> text(Content content) {
    return ResponseEntity.ok()
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .cacheControl(CacheControl.noStore())
        .contentType(TEXT)
        .body(new ByteArrayResource(content.bytes()));
  }
}
