package io.assay.office.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Hands the files of a case out as downloads only, so that nothing in them runs here. */
@Component
class Handout {
  private final LineStore lines;
  private final CaseFile file;

  Handout(LineStore lines, CaseFile file) {
    this.lines = lines;
    this.file = file;
  }

  /** The file; every look at it is on record. */
  ResponseEntity<byte[]> of(IntakeCase it, String attachment, String reader) {
    Attachment known =
        lines.attachments(it.id()).stream()
            .filter(one -> one.id().equals(attachment))
            .findFirst()
            .orElseThrow(Handout::notFound);
    byte[] bytes = lines.bytes(it.id(), attachment).orElseThrow(Handout::notFound);
    file.record("intake.file_viewed", it, reader, Map.of("file", known.sha256()));
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(known.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(bytes);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
