package io.assay.office.approval;

import static io.assay.office.staff.Role.SECURITY_ADMIN;
import static io.assay.office.staff.Role.SYSTEM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.approval.Proposal.State;
import io.assay.office.journal.Journal;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class ApprovalsIT {
  private static final SignedIn PROPOSER =
      new SignedIn("stf_one", "one", Set.of(SYSTEM_ADMIN, SECURITY_ADMIN), 1);
  private static final SignedIn SECOND = new SignedIn("stf_two", "two", Set.of(SECURITY_ADMIN), 1);

  private static final TestClock clock = new TestClock("2026-11-21T04:00:00Z");
  private static TestOffice office;
  private final List<String> carriedOut = new ArrayList<>();
  private boolean refusing;
  private Approvals approvals;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), clock);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @BeforeEach
  void open() {
    approvals =
        new Approvals(
            office.bean(ProposalStore.class),
            List.of(new Painting()),
            office.bean(Journal.class),
            clock);
  }

  private final class Painting implements TwoPersonAction {
    @Override
    public String kind() {
      return "test.painting";
    }

    @Override
    public Right proposes() {
      return Right.STAFF_WRITE;
    }

    @Override
    public Right approves() {
      return Right.STAFF_APPROVE;
    }

    @Override
    public void carryOut(Proposal proposal, String approver) {
      if (refusing) {
        throw new ActionRefusedException("approval.closed");
      }
      carriedOut.add(proposal.about() + " " + proposal.fact("colour") + " by " + approver);
    }
  }

  @Test
  void theSecondPersonCarriesItOut_once() {
    Proposal proposal = propose("wall");
    approve(proposal, SECOND);
    assertThat(carriedOut).containsExactly("wall green by staff:stf_two");
    assertThat(approvals.find(proposal.id()).orElseThrow().state()).isEqualTo(State.APPROVED);
    assertRefused("approval.closed", () -> approve(proposal, SECOND));
    assertThat(office.actTypes()).contains("approval.proposed", "approval.approved");
  }

  @Test
  void neverTheProposer_evenWithTheRight() {
    Proposal proposal = propose("door");
    assertRefused("approval.same-person", () -> approve(proposal, PROPOSER));
    assertRefused(
        "approval.no-right",
        () -> approve(proposal, new SignedIn("stf_3", "three", Set.of(SYSTEM_ADMIN), 1)));
    assertThat(carriedOut).isEmpty();
  }

  @Test
  void whatTheActionRefuses_staysOpen() {
    Proposal proposal = propose("roof");
    refusing = true;
    assertRefused("approval.closed", () -> approve(proposal, SECOND));
    assertThat(approvals.find(proposal.id()).orElseThrow().state()).isEqualTo(State.OPEN);
  }

  @Test
  void theSameDoesNotWaitTwice_untilItIsWithdrawn() {
    Proposal first = propose("gate");
    assertRefused("approval.waiting", () -> propose("gate"));
    assertRefused("approval.not-yours", () -> approvals.withdraw(first.id(), SECOND));
    approvals.withdraw(first.id(), PROPOSER);
    propose("gate");
  }

  @Test
  void itExpires_whenNobodyDecides() {
    Proposal proposal = propose("fence");
    clock.advance(Duration.ofDays(7));
    assertRefused("approval.closed", () -> approve(proposal, SECOND));
    approvals.expire();
    assertThat(approvals.find(proposal.id()).orElseThrow().state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void rejectingTakesAReason() {
    Proposal proposal = propose("step");
    assertRefused("approval.reason", () -> approvals.reject(proposal.id(), " ", SECOND));
    approvals.reject(proposal.id(), "not this week", SECOND);
    assertThat(approvals.find(proposal.id()).orElseThrow().note()).isEqualTo("not this week");
  }

  private Proposal propose(String about) {
    return approvals.propose(
        new Wanted("test.painting", about, Map.of("colour", "green"), "it fades"), PROPOSER);
  }

  private void approve(Proposal proposal, SignedIn member) {
    office
        .bean(TransactionTemplate.class)
        .executeWithoutResult(status -> approvals.approve(proposal.id(), member));
  }

  private static void assertRefused(String code, ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            ActionRefusedException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
