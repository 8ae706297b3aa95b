package io.assay.office.identity;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.approval.Proposal;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.office.subject.SubjectService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@Allowed(Right.IDENTITY_READ)
class IdentityApi {
  private static final int MOST = 200;

  private final IdentityService identities;
  private final Guardianships guardianships;
  private final Approvals approvals;
  private final SubjectService subjects;

  IdentityApi(
      IdentityService identities,
      Guardianships guardianships,
      Approvals approvals,
      SubjectService subjects) {
    this.identities = identities;
    this.guardianships = guardianships;
    this.approvals = approvals;
    this.subjects = subjects;
  }

  record Reason(String reason) {}

  /** A guardian's consent as programs see it: without the guardian's address. */
  record Consent(
      String id,
      String subject,
      String guardianMasked,
      Guardianship.Relation relation,
      String consentSha256,
      Instant givenAt,
      @Nullable Instant withdrawnAt) {}

  @GetMapping("/api/v1/subjects/{id}/guardianships")
  List<Consent> guardianships(@PathVariable String id) {
    return guardianships.of(id).stream()
        .map(
            it ->
                new Consent(
                    it.id(),
                    it.subject(),
                    it.guardianMasked(),
                    it.relation(),
                    it.consentSha256(),
                    it.givenAt(),
                    it.withdrawnAt()))
        .toList();
  }

  /** Asks for the reveal of an identity; another officer has to agree. */
  @PostMapping("/api/v1/verifications/{id}/reveal")
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.IDENTITY_REVEAL)
  Proposal reveal(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, @RequestBody Reason why) {
    IdentityVerification verification =
        identities.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Map<String, String> facts =
        Map.of("subject", verification.subject(), "method", verification.method().name());
    return approvals.propose(new Wanted(Reveals.KIND, id, facts, why.reason()), member);
  }

  /** An attempt as programs see it: masked, and without what would tell persons alike. */
  record Attempt(
      String id,
      String subject,
      Method method,
      String provider,
      IdentityVerification.Result result,
      String masked,
      Instant at,
      @Nullable Instant expiresAt) {
    static Attempt of(IdentityVerification it) {
      return new Attempt(
          it.id(),
          it.subject(),
          it.method(),
          it.provider(),
          it.result(),
          it.masked(),
          it.at(),
          it.expiresAt());
    }
  }

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<Attempt> verifications, String next) {}

  @GetMapping("/api/v1/subjects/{id}/verifications")
  Page list(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    if (subjects.find(id).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Slice<IdentityVerification> slice =
        identities.of(id, Cursor.parse(after), Math.clamp(limit, 1, MOST));
    return new Page(slice.rows().stream().map(Attempt::of).toList(), slice.next());
  }
}
