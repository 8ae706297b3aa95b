package io.assay.office.publication;

import io.assay.gateway.Duty;
import io.assay.gateway.config.GatewayConfig;
import io.assay.gateway.exchange.Exit;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The public page of a publication, with its labels (Art. 16, 17). What leaves is compared with
 * what was entered; content that was changed behind the register's back does not leave.
 */
@Duty({"DS-16", "DS-17", "DS-18", "LM-4"})
@Controller
class PublicPage {
  private static final Map<String, String> ENDINGS =
      Map.of(
          "image/png", ".png",
          "image/jpeg", ".jpg",
          "text/html", ".html",
          "audio/mpeg", ".mp3",
          "audio/wav", ".wav");

  private final Publications publications;
  private final String provider;

  PublicPage(Publications publications, GatewayConfig gateway) {
    this.publications = publications;
    this.provider = gateway.labels().contentProducer();
  }

  @GetMapping("/p/{id}")
  String show(@PathVariable String id, HttpServletResponse response, Model model) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    Publication publication = find(id);
    model.addAttribute("publication", publication);
    model.addAttribute("provider", provider);
    if (!publication.state().open()) {
      response.setStatus(HttpStatus.GONE.value());
      model.addAttribute("contestable", publications.contestable(id).isPresent());
      return "publication/withdrawn";
    }
    if (!publications.unchanged(publication)) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }
    publications.fetched(id, Exit.PUBLICATION);
    return "publication/public";
  }

  /** The labelled file: shown on the page, or downloaded with its labels in it. */
  @GetMapping("/p/{id}/file")
  ResponseEntity<byte[]> file(
      @PathVariable String id, @RequestParam(defaultValue = "false") boolean download) {
    Publication publication = find(id);
    if (!publication.state().open()) {
      throw new ResponseStatusException(HttpStatus.GONE);
    }
    byte[] file =
        publications
            .file(publication)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
    publications.fetched(id, Exit.PUBLICATION_FILE);
    boolean attached = download || publication.type().startsWith("text/");
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(publication, attached).toString())
        .contentType(MediaType.parseMediaType(publication.type()))
        .body(file);
  }

  private static ContentDisposition disposition(Publication publication, boolean attached) {
    String name = publication.id() + ENDINGS.getOrDefault(publication.type(), "");
    return (attached ? ContentDisposition.attachment() : ContentDisposition.inline())
        .filename(name)
        .build();
  }

  private Publication find(String id) {
    Optional<Publication> found =
        publications
            .find(id)
            .filter(it -> it.publishedAt() != null || it.state() == PublicationState.RECALLED);
    return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
