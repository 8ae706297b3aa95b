package io.assay.office.key;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.office.subject.SubjectService;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/v1")
@Allowed(Right.ACCESS_READ)
class KeyApi {
  private static final int MOST = 200;

  private final KeyService keys;
  private final SubjectService subjects;

  KeyApi(KeyService keys, SubjectService subjects) {
    this.keys = keys;
    this.subjects = subjects;
  }

  record Wanted(String name) {}

  /** A new key with its secret, which no later answer repeats. */
  record Issued(String id, String subject, String name, String secret) {}

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<Key> keys, String next) {}

  @GetMapping("/subjects/{subject}/keys")
  Page list(
      @PathVariable String subject,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    requireSubject(subject);
    Slice<Key> slice = keys.of(subject, Cursor.parse(after), Math.clamp(limit, 1, MOST));
    return new Page(slice.rows(), slice.next());
  }

  @PostMapping("/subjects/{subject}/keys")
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.ACCESS_WRITE)
  Issued issue(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String subject,
      @RequestBody Wanted wanted) {
    requireSubject(subject);
    IssuedKey issued =
        keys.issue(subject, wanted.name(), member.actor())
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "the name is empty or too long"));
    return new Issued(issued.key().id(), subject, issued.key().name(), issued.secret().text());
  }

  @DeleteMapping("/keys/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allowed(Right.ACCESS_WRITE)
  void revoke(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    if (!keys.revoke(id, member.actor())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private void requireSubject(String id) {
    if (subjects.find(id).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
