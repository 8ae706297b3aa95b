package io.assay.office.authority;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/authorities")
@Allowed(Right.REPORT_READ)
class AuthorityApi {
  private static final int MOST = 200;

  private final Authorities authorities;

  AuthorityApi(Authorities authorities) {
    this.authorities = authorities;
  }

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<Authority> authorities, String next) {}

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit) {
    Slice<Authority> slice = authorities.list(Cursor.parse(after), Math.clamp(limit, 1, MOST));
    return new Page(slice.rows(), slice.next());
  }

  /** Whom a matter of a type in a region goes to. */
  @GetMapping("/recipient")
  Authority recipient(
      @RequestParam(defaultValue = "") String region,
      @RequestParam(defaultValue = "") String type) {
    return authorities.recipient(region, type);
  }

  @GetMapping("/{id}")
  Authority show(@PathVariable String id) {
    return authorities
        .find(id)
        .orElseThrow(() -> new ActionRefusedException("authority.entry.unknown"));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.REPORT_APPROVE)
  Authority add(@AuthenticationPrincipal SignedIn member, @RequestBody AuthorityEntry entry) {
    return authorities.add(entry, member.actor());
  }

  @PutMapping("/{id}")
  @Allowed(Right.REPORT_APPROVE)
  Authority change(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody AuthorityEntry entry) {
    return authorities.change(id, entry, member.actor());
  }

  /** Takes it out of use; what was sent to it stays on record. */
  @DeleteMapping("/{id}")
  @Allowed(Right.REPORT_APPROVE)
  Authority retire(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    return authorities.retire(id, member.actor());
  }
}
