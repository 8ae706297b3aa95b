package io.assay.office.subject;

import io.assay.office.OfficeConfig;
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

  /** A subject as programs see it. */
  record View(
      String id,
      String tenant,
      String reference,
      SubjectState state,
      String verifyUrl,
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

  private View view(Subject subject) {
    return new View(
        subject.id(),
        subject.tenant(),
        subject.reference(),
        subject.state(),
        config.address(subject.verificationPath()),
        subject.createdAt());
  }

  private void requireTenant(String id) {
    if (tenants.find(id).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
