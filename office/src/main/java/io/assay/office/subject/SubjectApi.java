package io.assay.office.subject;

import io.assay.office.OfficeConfig;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.office.tenant.TenantService;
import java.time.Instant;
import java.util.List;
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

  /** A subject as programs see it. */
  record View(
      String id,
      String tenant,
      String reference,
      SubjectState state,
      String reason,
      String verifyUrl,
      String ownUrl,
      Instant createdAt) {}

  @GetMapping("/tenants/{tenant}/subjects")
  List<View> list(
      @PathVariable String tenant,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    requireTenant(tenant);
    return subjects.of(tenant, after, Math.clamp(limit, 1, MOST)).stream().map(this::view).toList();
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
        .map(this::view)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.CONFLICT, "the reference is empty, too long or taken"));
  }

  @GetMapping("/subjects/{id}")
  View show(@PathVariable String id) {
    return subjects
        .find(id)
        .map(this::view)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Asks a verified subject to verify again. */
  @PostMapping("/subjects/{id}/re-verify")
  @Allowed(Right.ACCESS_WRITE)
  View reverify(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, @RequestBody Reason why) {
    show(id);
    return subjects
        .reverify(id, why.reason().strip(), member.actor())
        .map(this::view)
        .orElseThrow(() -> new ActionRefusedException("subject.not-verified"));
  }

  private View view(Subject subject) {
    return new View(
        subject.id(),
        subject.tenant(),
        subject.reference(),
        subject.state(),
        subject.reason(),
        config.address(subject.verificationPath()),
        config.address(subject.ownPath()),
        subject.createdAt());
  }

  private void requireTenant(String id) {
    if (tenants.find(id).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
