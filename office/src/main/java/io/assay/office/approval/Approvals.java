package io.assay.office.approval;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;
import static java.util.Objects.requireNonNull;

import io.assay.gateway.Duty;
import io.assay.office.Cursor;
import io.assay.office.RandomText;
import io.assay.office.Slice;
import io.assay.office.approval.Proposal.State;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.staff.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposals and the one rule above all others: whoever proposed an action does not approve it. */
@Duty("DS-7")
@Component
public class Approvals {
  private static final int LONGEST_REASON = 2_000;

  private final ProposalStore store;
  private final Map<String, TwoPersonAction> actions;
  private final ProposalLimits limits;
  private final Journal journal;
  private final Clock clock;

  Approvals(
      ProposalStore store,
      List<TwoPersonAction> actions,
      ProposalLimits limits,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.actions =
        actions.stream().collect(Collectors.toMap(TwoPersonAction::kind, Function.identity()));
    this.limits = limits;
    this.journal = journal;
    this.clock = clock;
  }

  /** How long a proposal that is opened now waits for its second person. */
  Duration waits() {
    return limits.waits();
  }

  /** What the proposer wants done. */
  public record Wanted(String kind, String about, Map<String, String> facts, String reason) {
    public Wanted {
      facts = Map.copyOf(facts);
    }
  }

  /**
   * Opens a proposal.
   *
   * @throws ActionRefusedException without the right, without a reason, or while the same waits
   */
  @Transactional
  public Proposal propose(Wanted wanted, SignedIn member) {
    refuseUnless(member.may(action(wanted.kind()).proposes()), "approval.no-right");
    return propose(wanted, member.actor());
  }

  /** The same in the name of a rule of the system. */
  @Transactional
  public Proposal propose(Wanted wanted, String actor) {
    String reason = wanted.reason().strip();
    refuseUnless(!reason.isEmpty() && reason.length() <= LONGEST_REASON, "approval.reason");
    refuseUnless(!store.open(wanted.kind(), wanted.about()), "approval.waiting");
    Instant now = clock.instant();
    Proposal proposal =
        new Proposal(
            RandomText.identifier("apr_"),
            action(wanted.kind()).kind(),
            wanted.about(),
            wanted.facts(),
            reason,
            actor,
            now,
            now.plus(waits()),
            State.OPEN,
            null,
            null,
            "");
    store.add(proposal);
    record("approval.proposed", proposal, actor, reason);
    return proposal;
  }

  /**
   * Carries the action out in the name of both.
   *
   * @throws ActionRefusedException for the proposer, without the right, when it is no longer open
   *     or when the action itself refuses
   */
  @Transactional
  public Proposal approve(String id, SignedIn member) {
    Proposal proposal = decidable(id, member);
    store.decide(id, State.APPROVED, member.actor(), clock.instant(), "");
    record("approval.approved", proposal, member.actor(), "");
    action(proposal.kind()).carryOut(proposal, member.actor());
    return proposal;
  }

  /** Turns the proposal down, with a reason. */
  @Transactional
  public Proposal reject(String id, String note, SignedIn member) {
    Proposal proposal = decidable(id, member);
    refuseUnless(!note.isBlank() && note.length() <= LONGEST_REASON, "approval.reason");
    store.decide(id, State.REJECTED, member.actor(), clock.instant(), note.strip());
    record("approval.rejected", proposal, member.actor(), note.strip());
    return proposal;
  }

  /** The proposer takes it back. */
  @Transactional
  public Proposal withdraw(String id, SignedIn member) {
    Proposal proposal = openProposal(id);
    refuseUnless(proposal.proposedBy().equals(member.actor()), "approval.not-yours");
    store.decide(id, State.WITHDRAWN, member.actor(), clock.instant(), "");
    record("approval.withdrawn", proposal, member.actor(), "");
    return proposal;
  }

  public Optional<Proposal> find(String id) {
    return store.find(id);
  }

  /** Proposals of a kind about one thing, the newest first. */
  public List<Proposal> about(String kind, String about) {
    return store.about(kind, about);
  }

  /** Open proposals that this member may propose or decide, the oldest first. */
  public Slice<Proposal> openFor(SignedIn member, Optional<Cursor> after, int size) {
    return Slice.of(
        store.open(kinds(member), after, size + 1),
        size,
        it -> new Cursor(it.proposedAt(), it.id()));
  }

  /** Decided proposals of the same kinds, the newest first. */
  public Slice<Proposal> decidedFor(SignedIn member, Optional<Cursor> after, int size) {
    return Slice.of(
        store.decided(kinds(member), after, size + 1),
        size,
        it -> new Cursor(requireNonNull(it.decidedAt()), it.id()));
  }

  /** The proposal, where it concerns this member. */
  public Optional<Proposal> findFor(SignedIn member, String id) {
    return store.find(id).filter(it -> kinds(member).contains(it.kind()));
  }

  /** Whether this member may decide the proposal now. */
  public boolean decides(Proposal proposal, SignedIn member) {
    return proposal.state() == State.OPEN
        && !proposal.proposedBy().equals(member.actor())
        && member.may(action(proposal.kind()).approves());
  }

  /** Closes what waited too long. */
  @Scheduled(fixedDelay = 60_000)
  @Transactional
  public void expire() {
    Instant now = clock.instant();
    for (String id : store.lapsed(now)) {
      Optional<Proposal> found = store.lock(id).filter(it -> it.state() == State.OPEN);
      found.ifPresent(
          proposal -> {
            store.decide(id, State.EXPIRED, null, now, "");
            record("approval.expired", proposal, Act.SYSTEM, "");
          });
    }
  }

  /** The kinds of actions that concern this member. */
  private Set<String> kinds(SignedIn member) {
    return actions.values().stream()
        .filter(action -> member.may(action.proposes(), action.approves()))
        .map(TwoPersonAction::kind)
        .collect(Collectors.toSet());
  }

  private Proposal decidable(String id, SignedIn member) {
    Proposal proposal = openProposal(id);
    refuseUnless(member.may(action(proposal.kind()).approves()), "approval.no-right");
    refuseUnless(!proposal.proposedBy().equals(member.actor()), "approval.same-person");
    return proposal;
  }

  private Proposal openProposal(String id) {
    Proposal proposal =
        store.lock(id).orElseThrow(() -> new ActionRefusedException("approval.unknown"));
    refuseUnless(
        proposal.state() == State.OPEN && clock.instant().isBefore(proposal.expiresAt()),
        "approval.closed");
    return proposal;
  }

  private TwoPersonAction action(String kind) {
    @Nullable TwoPersonAction action = actions.get(kind);
    if (action == null) {
      throw new IllegalArgumentException("no two-person action '" + kind + "'");
    }
    return action;
  }

  private void record(String type, Proposal proposal, String actor, String reason) {
    journal.write(
        Act.of(
            type,
            actor,
            Map.of(
                "proposal", proposal.id(),
                "kind", proposal.kind(),
                "about", proposal.about(),
                "reason", reason)));
  }
}
