package io.assay.office.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.access.ApiKey;
import io.assay.gateway.access.Snapshot;
import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Standing;
import io.assay.office.BearerSecret;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.bootstrap.Bootstrap;
import io.assay.office.key.KeyService;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RegisterSnapshotsIT {
  private static final TestClock CLOCK = new TestClock("2026-11-21T10:00:00Z");
  private static TestOffice office;
  private static SnapshotSource source;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), CLOCK);
    source = office.bean(SnapshotSource.class);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void knowsTheTrialKeysAndTheirStanding() {
    var trial = office.firstRun().trial().orElseThrow();
    assertThat(standing(trial.trialKey())).isInstanceOf(Standing.Good.class);
    assertThat(standing(trial.unverifiedKey()))
        .isInstanceOfSatisfying(
            Standing.Unverified.class,
            unverified ->
                assertThat(unverified.verifyUrl())
                    .matches("http://localhost:8081/verify-identity/[A-Za-z0-9_-]{32}"));
  }

  @Test
  void growsWithEveryChange_andRestsOtherwise() {
    KeyService keys = office.bean(KeyService.class);
    ApiKey trial = key(office.firstRun().trial().orElseThrow().trialKey());
    long before = source.version();
    var issued = keys.issue(trial.subject(), "second", "system").orElseThrow();
    assertThat(source.version()).isGreaterThan(before);
    assertThat(source.read().key(issued.secret().sha256()))
        .contains(new ApiKey(issued.key().id(), trial.tenant(), trial.subject()));
    keys.revoke(issued.key().id(), "system");
    assertThat(source.read().key(issued.secret().sha256())).isEmpty();
    assertThat(source.version()).isEqualTo(source.read().version());
  }

  @Test
  void growsWhenAChangeCommits_andNobodyWaitsForAnotherBefore() throws SQLException {
    long before = source.version();
    DataSource database = office.bean(DataSource.class);
    try (Connection one = database.getConnection();
        Connection other = database.getConnection()) {
      change(one);
      change(one);
      change(other);
      assertThat(source.version()).isEqualTo(before);
      one.commit();
      assertThat(source.version()).isEqualTo(before + 1);
      other.commit();
      assertThat(source.version()).isEqualTo(before + 2);
    }
  }

  /** Changes nothing, which counts as a change; gives up when it would have to wait. */
  private static void change(Connection database) throws SQLException {
    database.setAutoCommit(false);
    try (Statement statement = database.createStatement()) {
      statement.execute("set local lock_timeout = '5s'");
      statement.execute("update key.key set name = name where false");
    }
  }

  @Test
  void tellsOfASuspension() {
    SubjectService subjects = office.bean(SubjectService.class);
    ApiKey trial = key(office.firstRun().trial().orElseThrow().unverifiedKey());
    Instant until = Instant.parse("2027-01-01T00:00:00Z");
    assertThat(subjects.move(trial.subject(), SubjectState.VERIFIED, "test", "system")).isPresent();
    assertThat(subjects.suspend(trial.subject(), "repeated", until, "system")).isPresent();
    assertThat(source.read().standing(trial.subject()))
        .contains(
            new Standing.Suspended("repeated", Optional.of(until), "http://localhost:8081/appeal"));
    subjects.liftEnded();
    assertThat(source.read().standing(trial.subject()))
        .containsInstanceOf(Standing.Suspended.class);
    CLOCK.advance(Duration.ofDays(60));
    subjects.liftEnded();
    assertThat(source.read().standing(trial.subject())).contains(new Standing.Good());
    assertThat(subjects.reverify(trial.subject(), "", "system")).isPresent();
    assertThat(source.read().standing(trial.subject()))
        .containsInstanceOf(Standing.Unverified.class);
    assertThat(subjects.suspend(trial.subject(), "again", until, "system")).isPresent();
    subjects.liftEnded();
    assertThat(source.read().standing(trial.subject()))
        .containsInstanceOf(Standing.Unverified.class);
  }

  @Test
  void startsOnlyOnce() {
    assertThat(office.bean(Bootstrap.class).run(facts -> {})).isEmpty();
  }

  private static ApiKey key(String secret) {
    return source.read().key(new BearerSecret(secret).sha256()).orElseThrow();
  }

  private static Standing standing(String secret) {
    Snapshot snapshot = source.read();
    return snapshot.standing(key(secret).subject()).orElseThrow();
  }
}
