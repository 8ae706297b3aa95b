package io.assay.office.subject;

import io.assay.office.OfficeConfig;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.office.tenant.TenantService;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
class SubjectApi {
  private static final int MOST = 200;

  private final SubjectService subjects;
  private final TenantService tenants;
  private final OfficeConfig config;

  SubjectApi(SubjectService subjects, TenantService tenants, OfficeConfig config) {
    this.subjects = subjects;
    this.tenants = tenants;
    this.config = config;
  }

  record Wanted(String reference) {}

  record Reason(String reason) {}

  /**
   * A subject as programs see it. Its two addresses are credentials: only who may change subjects
   * reads them.
   */
  record View(
      String id,
      String tenant,
      String reference,
      SubjectState state,
      String reason,
      @Nullable String verifyUrl,
      @Nullable String ownUrl,
      Instant createdAt) {}

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<View> subjects, String next) {}

  @GetMapping("/tenants/{tenant}/subjects")
  Page list(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String tenant,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    requireTenant(tenant);
    Slice<Subject> slice = subjects.of(tenant, after, Math.clamp(limit, 1, MOST));
    return new Page(slice.rows().stream().map(it -> view(it, member)).toList(), slice.next());
  }

  @PostMapping("/tenants/{tenant}/subjects")
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.ACCESS_WRITE)
  View register(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String tenant,
      @RequestBody Wanted wanted) {
    requireTenant(tenant);
    return subjects
        .register(tenant, wanted.reference(), member.actor())
        .map(it -> view(it, member))
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.CONFLICT, "the reference is empty, too long or taken"));
  }

  @GetMapping("/subjects/{id}")
  View show(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    return subjects
        .find(id)
        .map(it -> view(it, member))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Asks a verified subject to verify again. */
  @PostMapping("/subjects/{id}/re-verify")
  @Allowed(Right.ACCESS_WRITE)
  View reverify(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, @RequestBody Reason why) {
    show(member, id);
    return subjects
        .reverify(id, why.reason().strip(), member.actor())
        .map(it -> view(it, member))
        .orElseThrow(() -> new ActionRefusedException("subject.not-verified"));
  }

  /** Gives the subject new addresses; the former ones lead nowhere any longer. */
  @PostMapping("/subjects/{id}/new-addresses")
  @Allowed(Right.ACCESS_WRITE)
  View renew(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    return subjects
        .renewAddresses(id, member.actor())
        .map(it -> view(it, member))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private View view(Subject subject, SignedIn reader) {
    boolean trusted = reader.may(Right.ACCESS_WRITE);
    return new View(
        subject.id(),
        subject.tenant(),
        subject.reference(),
        subject.state(),
        subject.reason(),
        trusted ? config.address(subject.verificationPath()) : null,
        trusted ? config.address(subject.ownPath()) : null,
        subject.createdAt());
  }

  private void requireTenant(String id) {
    if (tenants.find(id).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
