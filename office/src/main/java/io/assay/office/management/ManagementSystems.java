package io.assay.office.management;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.gateway.Duty;
import io.assay.office.RandomText;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.posture.LiveControls;
import io.assay.office.posture.Status;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of management systems, their editions and drills, and how each stands today. */
@Duty("DS-7")
@Component
public class ManagementSystems {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int LONGEST_FINDINGS = 10_000;

  private final ManagementStore store;
  private final LiveControls controls;
  private final Journal journal;
  private final Clock clock;

  ManagementSystems(ManagementStore store, LiveControls controls, Journal journal, Clock clock) {
    this.store = store;
    this.controls = controls;
    this.journal = journal;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  /** How every system stands today. */
  public List<SystemStatus> all() {
    return Stream.of(ManagementSystem.values()).map(this::status).toList();
  }

  public SystemStatus status(ManagementSystem system) {
    LocalDate today = today();
    Optional<Edition> inForce =
        store.of(system).stream().filter(edition -> edition.effectiveOn(today)).findFirst();
    Map<String, Status> said = new LinkedHashMap<>();
    inForce
        .map(edition -> edition.charter().controls())
        .orElse(List.of())
        .forEach(
            control ->
                said.put(control, controls.status(control).orElse(Status.INSUFFICIENT_EVIDENCE)));
    Optional<Drill> drill = store.drills(system).stream().findFirst();
    return new SystemStatus(
        system, inForce, said, drill, SystemStatus.verdict(inForce, said, drill, today));
  }

  public List<Edition> editions(ManagementSystem system) {
    return store.of(system);
  }

  public List<Drill> drills(ManagementSystem system) {
    return store.drills(system);
  }

  public Optional<Edition> find(String id) {
    return store.find(id);
  }

  /** Keeps a draft: the one that waits is revised, otherwise there is a new one. */
  @Transactional
  public Edition draft(ManagementSystem system, Charter charter, String author) {
    if (!charter.flaw().isEmpty()) {
      throw new ActionRefusedException(charter.flaw());
    }
    Optional<Edition> waiting =
        store.of(system).stream().filter(edition -> !edition.approved()).findFirst();
    if (waiting.isPresent()) {
      store.revise(waiting.get().id(), charter, author);
      return recorded("management.revised", waiting.get().id(), author);
    }
    Edition draft =
        new Edition(
            RandomText.identifier("mgt_"),
            system,
            store.nextVersion(system),
            charter,
            charter.sha256(),
            author,
            clock.instant(),
            null,
            null);
    refuseUnless(store.add(draft), "management.on-its-way");
    return recorded("management.drafted", draft.id(), author);
  }

  /** Approves exactly the draft of that hash. */
  @Transactional
  void approve(String id, String sha256, String approver) {
    Edition draft =
        store.lock(id).orElseThrow(() -> new ActionRefusedException("management.unknown"));
    refuseUnless(!draft.approved(), "management.not-draft");
    refuseUnless(draft.sha256().equals(sha256), "management.changed");
    refuseUnless(!draft.author().equals(approver), "approval.same-person");
    store.approve(id, approver, clock.instant());
    recorded("management.approved", id, approver);
  }

  /** Records a drill that was held, not before today ends. */
  @Transactional
  public Drill drilled(ManagementSystem system, LocalDate heldOn, String findings, String actor) {
    String learnt = findings.strip();
    refuseUnless(!heldOn.isAfter(today()), "management.drill-ahead");
    refuseUnless(
        !learnt.isEmpty() && learnt.length() <= LONGEST_FINDINGS, "management.drill-findings");
    Drill drill =
        new Drill(RandomText.identifier("drl_"), system, heldOn, learnt, actor, clock.instant());
    store.add(drill);
    journal.write(
        Act.of(
            "management.drilled",
            actor,
            Map.of("drill", drill.id(), "system", system.name(), "held_on", heldOn.toString())));
    return drill;
  }

  private Edition recorded(String type, String id, String actor) {
    Edition edition = store.find(id).orElseThrow();
    journal.write(
        Act.of(
            type,
            actor,
            Map.of(
                "edition",
                id,
                "system",
                edition.system().name(),
                "version",
                (long) edition.version(),
                "sha256",
                edition.sha256())));
    return edition;
  }
}
