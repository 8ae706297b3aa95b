package io.assay.office.document;

import io.assay.office.staff.OpenPaths;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The documents as everybody may read them: in force, and every version that ever was. */
@Controller
class PublicDocumentPage {
  private final Documents documents;

  PublicDocumentPage(Documents documents) {
    this.documents = documents;
  }

  /** Opens the pages to everybody. */
  @Configuration(proxyBeanMethods = false)
  static class Door {
    @Bean
    OpenPaths documentDoor() {
      return OpenPaths.of("/documents", "/documents/**");
    }
  }

  @GetMapping("/documents")
  String index(Model model) {
    List<PublicDocument> inForce =
        Stream.of(DocumentKind.values()).map(documents::inForce).flatMap(Optional::stream).toList();
    model.addAttribute("documents", inForce);
    return "document/index";
  }

  @GetMapping("/documents/{kind}")
  String inForce(@PathVariable String kind, Locale locale, Model model) {
    return show(DocumentKind.of(kind).flatMap(documents::inForce), locale, model);
  }

  @GetMapping("/documents/{kind}/{version:[0-9]{1,9}}")
  String version(@PathVariable String kind, @PathVariable int version, Locale locale, Model model) {
    return show(
        DocumentKind.of(kind).flatMap(found -> documents.published(found, version)), locale, model);
  }

  private String show(Optional<PublicDocument> found, Locale locale, Model model) {
    PublicDocument document =
        found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("document", document);
    model.addAttribute("title", document.wording().title(locale));
    model.addAttribute("html", document.wording().html(locale));
    model.addAttribute(
        "versions",
        documents.all().stream()
            .filter(it -> it.kind() == document.kind() && it.state().open())
            .toList());
    return "document/show";
  }
}
