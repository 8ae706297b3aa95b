package io.assay.office.identity;

import io.assay.gateway.Duty;
import io.assay.office.OfficeConfig;
import io.assay.office.identity.Answer.Reason;
import io.assay.office.oidc.OidcAnswer;
import io.assay.office.oidc.OidcDoor;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Verification by the national network identity service: it vouches, and no number of the person
 * comes here (Measures for the National Network Identity Authentication Public Service).
 */
@Duty("DS-9")
@Component
class NetworkIdentity {
  static final String RETURN = "/verify-identity/network/return";

  private final OidcDoor door;
  private final Proof proof;
  private final SubjectService subjects;
  private final TransactionTemplate transaction;

  NetworkIdentity(
      Proof proof, SubjectService subjects, OfficeConfig config, TransactionTemplate transaction) {
    this.door =
        new OidcDoor("network-identity", config.identity().network(), config.address(RETURN));
    this.proof = proof;
    this.subjects = subjects;
    this.transaction = transaction;
  }

  boolean offered() {
    return door.offered();
  }

  /** Where to send the subject; empty when the service cannot be reached. */
  Optional<URI> begin(HttpServletRequest request, Subject subject) {
    return door.begin(request, subject.verificationToken());
  }

  /** The token of the page to go back to, and what to say there. */
  record Back(String token, Answer answer) {}

  /** Empty when nobody is known to come back. */
  Optional<Back> finish(HttpServletRequest request) {
    return switch (door.finish(request)) {
      case OidcAnswer.Vouched vouched ->
          subjects
              .findByToken(vouched.about())
              .map(subject -> new Back(vouched.about(), confirm(subject, vouched.claim())));
      case OidcAnswer.Refused refused -> Optional.empty();
      case OidcAnswer.Unavailable unavailable -> Optional.empty();
    };
  }

  private Answer confirm(Subject subject, String claim) {
    String provider = door.config().provider();
    return Objects.requireNonNull(
        transaction.execute(
            status ->
                subjects.lock(subject.id()).state().awaitsIdentity()
                    ? proof.confirm(
                        proof.begin(
                            subject,
                            new Presented(Method.NETWORK_IDENTITY, provider, claim, "", "")))
                    : Answer.refused(Reason.NOT_NOW)));
  }
}
