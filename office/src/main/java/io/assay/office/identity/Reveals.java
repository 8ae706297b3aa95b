package io.assay.office.identity;

import io.assay.gateway.Duty;
import io.assay.office.MasterSecret;
import io.assay.office.RandomText;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Proposal;
import io.assay.office.approval.TwoPersonAction;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The revealing of identities: one officer asks, another agrees, and both may look for a while.
 * Every look is in the ledger before anything is shown. Nothing can be shown but what is kept.
 */
@Duty({"DS-9", "DS-14"})
@Component
class Reveals implements TwoPersonAction {
  static final String KIND = "identity.reveal";

  /** Under which purpose copies of names and numbers are sealed. */
  static final String PURPOSE = "identity-copy/";

  private final RevealStore store;
  private final VerificationStore verifications;
  private final MasterSecret secret;
  private final Journal journal;
  private final IdentityNumbers numbers;
  private final Clock clock;

  Reveals(
      RevealStore store,
      VerificationStore verifications,
      MasterSecret secret,
      Journal journal,
      IdentityNumbers numbers,
      Clock clock) {
    this.store = store;
    this.verifications = verifications;
    this.secret = secret;
    this.journal = journal;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** What is kept, laid open; {@code name} and {@code number} are empty when no copy is kept. */
  record Identity(IdentityVerification verification, String name, String number) {
    @Override
    public String toString() {
      return "Identity";
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Right proposes() {
    return Right.IDENTITY_REVEAL;
  }

  @Override
  public Right approves() {
    return Right.IDENTITY_REVEAL;
  }

  @Override
  public void carryOut(Proposal proposal, String approver) {
    Instant now = clock.instant();
    store.add(
        new Reveal(
            RandomText.identifier("rev_"),
            proposal.about(),
            proposal.id(),
            proposal.proposedBy(),
            approver,
            proposal.reason(),
            now,
            now.plus(numbers.revealFor())));
  }

  /**
   * Shows what is kept.
   *
   * @throws ActionRefusedException {@code identity.reveal.unknown} for anybody but the two, {@code
   *     identity.reveal.over} when its time is over
   */
  Identity open(String id, SignedIn reader) {
    Reveal reveal =
        store
            .find(id)
            .filter(it -> List.of(it.proposedBy(), it.approvedBy()).contains(reader.actor()))
            .orElseThrow(() -> new ActionRefusedException("identity.reveal.unknown"));
    if (!clock.instant().isBefore(reveal.endsAt())) {
      throw new ActionRefusedException("identity.reveal.over");
    }
    IdentityVerification verification = verifications.find(reveal.verification()).orElseThrow();
    journal.write(
        Act.of(
            "identity.revealed",
            reader.actor(),
            Map.of(
                "reveal", reveal.id(),
                "subject", verification.subject(),
                "verification", verification.id(),
                "reason", reveal.reason())));
    return laidOpen(verification);
  }

  List<Reveal> of(String subject) {
    return store.of(subject);
  }

  private Identity laidOpen(IdentityVerification verification) {
    String sealed = verifications.sealed(verification.id());
    if (sealed.isEmpty()) {
      return new Identity(verification, "", "");
    }
    String[] kept = secret.open(PURPOSE + verification.id(), sealed).split("\n", 2);
    return new Identity(verification, kept[0], kept[1]);
  }
}
