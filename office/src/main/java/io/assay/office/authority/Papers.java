package io.assay.office.authority;

import io.assay.office.authority.Reportable.Matter;
import io.assay.office.web.Site;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that are handed over of a report: PDF, DOCX and data. What was approved and sent is
 * kept, whatever its case and its authority are called later.
 */
@Component
class Papers {
  private static final JsonMapper JSON = new JsonMapper();

  private final PaperStore store;
  private final Authorities authorities;
  private final List<Reportable> cases;

  Papers(PaperStore store, Authorities authorities, List<Reportable> cases) {
    this.store = store;
    this.authorities = authorities;
    this.cases = List.copyOf(cases);
  }

  /** The data of a report as it is approved. */
  Paper data(Report it) {
    return written(it, "json");
  }

  /** All files of an approved report, its data as it was approved. */
  List<Paper> all(Report it) {
    return Stream.of("pdf", "docx", "json").map(form -> paper(it, form)).toList();
  }

  void keep(Report it, Paper paper) {
    if (store.find(it.id(), paper.form()).isEmpty()) {
      store.keep(it.id(), paper);
    }
  }

  /** The SHA-256 of the files that are kept as they were approved or sent, by form. */
  Map<String, String> digests(Report it) {
    return store.digests(it.id());
  }

  /** One of the files, for saving: the very bytes that were sent, or what it would be now. */
  ResponseEntity<byte[]> download(Report it, String form) {
    String name = ContentDisposition.attachment().filename(it.id() + "." + form).build().toString();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, name)
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(paper(it, form).bytes());
  }

  private Paper paper(Report it, String form) {
    return store.find(it.id(), form).orElseGet(() -> written(it, form));
  }

  private Paper written(Report it, String form) {
    return new Paper(
        form,
        switch (form) {
          case "pdf" -> PdfWriter.write(letter(it));
          case "docx" -> DocxWriter.write(letter(it));
          default -> json(it);
        });
  }

  private byte[] json(Report it) {
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

  private Letter letter(Report it) {
    Instant date = it.sentAt() == null ? it.draftedAt() : it.sentAt();
    return new Letter(
        it.title(),
        recipient(it),
        it.id(),
        date.atZone(Site.ZONE).toLocalDate().toString(),
        it.body());
  }

  /** By the name under which it was approved, or that it has while it is a draft. */
  String recipient(Report it) {
    return it.recipient().isEmpty()
        ? authorities.find(it.authority()).map(Authority::nameZh).orElse("")
        : it.recipient();
  }

  private Optional<Matter> matter(Report it) {
    return cases.stream().flatMap(one -> one.find(it.about()).stream()).findFirst();
  }
}
