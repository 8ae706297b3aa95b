package io.assay.office.snapshot;

import io.assay.gateway.Duty;
import io.assay.gateway.access.ApiKey;
import io.assay.gateway.access.Release;
import io.assay.gateway.access.Reminding;
import io.assay.gateway.access.Reminding.Moment;
import io.assay.gateway.access.Reminding.Open;
import io.assay.gateway.access.Snapshot;
import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Standing;
import io.assay.gateway.config.GatewayConfig;
import io.assay.office.OfficeConfig;
import io.assay.office.disposal.Disposals;
import io.assay.office.pool.Versions;
import io.assay.office.restitution.RestitutionStore;
import io.assay.office.sanction.Restraints;
import io.assay.office.snapshot.SnapshotStore.Row;
import io.assay.office.subject.Subject;
import io.assay.office.task.ReleaseStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Snapshots read from the registers, each from one moment of the database. */
@Duty({"DS-8", "DS-9", "DS-10"})
@Component
public class RegisterSnapshots implements SnapshotSource {
  private final SnapshotStore store;
  private final Versions pools;
  private final ReleaseStore releases;
  private final RestitutionStore restitutions;
  private final OfficeConfig config;
  private final GatewayConfig gateway;
  private final Restraints restraints;
  private final Disposals disposals;
  private final Clock clock;

  RegisterSnapshots(
      SnapshotStore store,
      Versions pools,
      ReleaseStore releases,
      RestitutionStore restitutions,
      OfficeConfig config,
      GatewayConfig gateway,
      Restraints restraints,
      Disposals disposals,
      Clock clock) {
    this.store = store;
    this.pools = pools;
    this.releases = releases;
    this.restitutions = restitutions;
    this.config = config;
    this.gateway = gateway;
    this.restraints = restraints;
    this.disposals = disposals;
    this.clock = clock;
  }

  @Override
  public long version() {
    return store.version();
  }

  @Override
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Snapshot read() {
    long version = store.version();
    Map<String, ApiKey> keys = new HashMap<>();
    Map<String, Standing> standings = new HashMap<>();
    Map<String, List<String>> unaccepted = new HashMap<>();
    store.forEachUnaccepted(
        (subject, document) ->
            unaccepted.computeIfAbsent(subject, it -> new ArrayList<>()).add(document));
    Map<String, Set<Moment>> acknowledged = new HashMap<>();
    store.forEachAcknowledged(
        (subject, moment) ->
            acknowledged.computeIfAbsent(subject, it -> EnumSet.noneOf(Moment.class)).add(moment));
    Map<String, Open> open = new HashMap<>();
    store.forEachKey(
        row -> {
          keys.put(row.sha256(), row.key());
          standings.computeIfAbsent(
              row.key().subject(),
              subject -> standing(row, unaccepted.getOrDefault(subject, List.of())));
          open.computeIfAbsent(
              row.key().subject(),
              subject -> reminders(row, acknowledged.getOrDefault(subject, Set.of())));
        });
    restraints.apply(standings);
    return new Snapshot(
        version,
        keys,
        standings,
        pools.inForce(),
        released(clock.instant()),
        new Reminding(open, gateway.reminders()),
        disposals.contained());
  }

  /** What reviewers released and what appeals gave back, by subject. */
  private Map<String, List<Release>> released(Instant now) {
    Map<String, List<Release>> all = new HashMap<>(releases.inForce(now));
    restitutions
        .inForce(now)
        .forEach(
            (subject, given) ->
                all.merge(
                    subject, given, (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
    return all;
  }

  // Art. 9: whoever is not verified may not generate; Art. 10: nor whoever is suspended; Art. 8:
  // nor whoever has not accepted the rules in force.
  private Standing standing(Row row, List<String> unaccepted) {
    String verifyUrl = config.address(Subject.VERIFICATION_PATH + row.verificationToken());
    return switch (row.state()) {
      case VERIFIED -> accepted(row, unaccepted, new Standing.Good());
      case REGISTERED, VERIFYING ->
          switch (config.identity().gate()) {
            case GENERATE -> new Standing.Unverified(verifyUrl);
            case PUBLISH -> accepted(row, unaccepted, new Standing.Trial(verifyUrl));
          };
      case RE_VERIFY -> new Standing.Unverified(verifyUrl);
      case SUSPENDED, CLOSED ->
          new Standing.Suspended(row.reason(), row.suspendedUntil(), config.address("/appeal"));
    };
  }

  private @Nullable Open reminders(Row row, Set<Moment> acknowledged) {
    Set<Moment> open = EnumSet.allOf(Moment.class);
    open.removeAll(acknowledged);
    return open.isEmpty() ? null : new Open(open, documents(row));
  }

  private String documents(Row row) {
    return config.address(Subject.OWN_PATH + row.verificationToken() + "/documents");
  }

  private Standing accepted(Row row, List<String> unaccepted, Standing otherwise) {
    return unaccepted.isEmpty()
        ? otherwise
        : new Standing.AcceptanceDue(unaccepted, documents(row));
  }
}
