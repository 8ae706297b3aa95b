package io.assay.office.idempotency;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/** The digest of a form with files, which does not depend on what its parts are set apart by. */
final class FormDigest {
  private FormDigest() {}

  static boolean applies(HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getContentType(), "").startsWith("multipart/");
  }

  /** Empty when the form cannot be read; whoever takes it says why. */
  static Optional<String> of(HttpServletRequest request) throws IOException {
    try {
      RequestDigest digest = RequestDigest.of(request);
      for (Part part : request.getParts()) {
        try (InputStream content = part.getInputStream()) {
          digest
              .add(part.getName())
              .add(Objects.requireNonNullElse(part.getSubmittedFileName(), ""))
              .add(content.readAllBytes());
        }
      }
      return Optional.of(digest.hex());
    } catch (ServletException | IllegalStateException unreadable) {
      return Optional.empty();
    }
  }
}
