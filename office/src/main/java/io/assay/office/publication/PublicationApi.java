package io.assay.office.publication;

import io.assay.office.Cursor;
import io.assay.office.OfficeConfig;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/v1/publications")
@Allowed(Right.PUBLICATION_READ)
class PublicationApi {
  private final Publications publications;
  private final OfficeConfig config;

  PublicationApi(Publications publications, OfficeConfig config) {
    this.publications = publications;
    this.config = config;
  }

  record Reason(String reason) {}

  /** A publication as programs see it. */
  record View(
      String id,
      String exchange,
      String tenant,
      String subject,
      String title,
      String form,
      String media,
      String contentNumber,
      PublicationState state,
      String why,
      String url,
      Instant enteredAt,
      @Nullable Instant publishedAt) {}

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<View> publications, String next) {}

  @GetMapping
  Page list(
      @RequestParam Optional<PublicationState> state,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    PublicationPage page =
        publications.list(
            new PublicationFilter(state, subject, number), Cursor.parse(after), limit);
    return new Page(
        page.publications().stream().map(this::view).toList(),
        page.next().map(Object::toString).orElse(""));
  }

  @GetMapping("/{id}")
  View show(@PathVariable String id) {
    return publications
        .find(id)
        .map(this::view)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/{id}/{step}")
  @Allowed(Right.PUBLICATION_WRITE)
  View step(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable Step step,
      @RequestBody Reason reason) {
    return view(step.take(publications, id, reason.reason(), member.actor()));
  }

  private View view(Publication it) {
    return new View(
        it.id(),
        it.exchange(),
        it.tenant(),
        it.subject(),
        it.title(),
        it.form(),
        it.media(),
        it.produceId(),
        it.state(),
        it.why(),
        config.address(it.path()),
        it.enteredAt(),
        it.publishedAt());
  }
}
