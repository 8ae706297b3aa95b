package io.assay.office.authority;

import io.assay.office.authority.Reportable.Matter;
import io.assay.office.notice.Mailer.Attachment;
import io.assay.office.web.Site;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a report as the files that are handed over: PDF, DOCX and data. */
@Component
class Papers {
  private static final JsonMapper JSON = new JsonMapper();

  private final Authorities authorities;
  private final List<Reportable> cases;

  Papers(Authorities authorities, List<Reportable> cases) {
    this.authorities = authorities;
    this.cases = List.copyOf(cases);
  }

  byte[] pdf(Report it) {
    return PdfWriter.write(letter(it));
  }

  byte[] docx(Report it) {
    return DocxWriter.write(letter(it));
  }

  byte[] json(Report it) {
    return JSON.writerWithDefaultPrettyPrinter()
        .writeValueAsBytes(
            Map.of(
                "number", it.id(),
                "title", it.title(),
                "to", recipient(it),
                "about", it.about(),
                "supplements", it.supplements() == null ? "" : it.supplements(),
                "text", it.body(),
                "facts", matter(it).map(Matter::facts).orElse(List.of())));
  }

  List<Attachment> all(Report it) {
    return List.of(
        new Attachment(it.id() + ".pdf", new ByteArrayResource(pdf(it))),
        new Attachment(it.id() + ".docx", new ByteArrayResource(docx(it))),
        new Attachment(it.id() + ".json", new ByteArrayResource(json(it))));
  }

  /** One of the files, {@code pdf}, {@code docx} or {@code json}, for saving. */
  ResponseEntity<byte[]> download(Report it, String form) {
    byte[] bytes =
        switch (form) {
          case "pdf" -> pdf(it);
          case "docx" -> docx(it);
          default -> json(it);
        };
    String name = ContentDisposition.attachment().filename(it.id() + "." + form).build().toString();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, name)
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(bytes);
  }

  private Letter letter(Report it) {
    Instant date = it.sentAt() == null ? it.draftedAt() : it.sentAt();
    return new Letter(
        it.title(),
        recipient(it),
        it.id(),
        date.atZone(Site.ZONE).toLocalDate().toString(),
        it.body());
  }

  private String recipient(Report it) {
    return authorities.find(it.authority()).map(Authority::nameZh).orElse("");
  }

  private Optional<Matter> matter(Report it) {
    return cases.stream().flatMap(one -> one.find(it.about()).stream()).findFirst();
  }
}
