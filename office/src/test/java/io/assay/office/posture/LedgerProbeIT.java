package io.assay.office.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.note.KeyType;
import io.assay.ledger.note.SigningKey;
import io.assay.ledger.note.VerifierKey;
import io.assay.office.TestOffice;
import io.assay.office.posture.Attempt.Outcome;
import io.assay.office.posture.Attempt.Outcome.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger as an outsider sees it: it only grows, and witnesses say so. */
class LedgerProbeIT {
  private static final InstantSource SYSTEM = InstantSource.system();
  private static final SigningKey WITNESS = key("witness.example");
  private static TestOffice office;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    office = TestOffice.start();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void aTreeThatDoesNotBeginWithTheOneSeenBefore_isNoticed() {
    try (Ledger ledger = Ledger.open(LedgerConfig.at(folder, "ledger.example/grown"))) {
      LedgerProbe probe = probe(ledger, Witnesses.none());
      write(ledger, "one");
      assertThat(verdict(probe.grown(SYSTEM.instant()))).isEqualTo(Verdict.AS_WANTED);
      write(ledger, "two");
      assertThat(verdict(probe.grown(SYSTEM.instant()))).isEqualTo(Verdict.AS_WANTED);

      String root = ledger.reader().rootAt(1).toBase64();
      sql("update posture.tree set root = '" + root + "' where shard = '" + ledger.shard() + "'");
      assertThat(verdict(probe.grown(SYSTEM.instant()))).isEqualTo(Verdict.NOT_AS_WANTED);
      write(ledger, "three");
      assertThat(verdict(probe.grown(SYSTEM.instant()))).isEqualTo(Verdict.NOT_AS_WANTED);

      sql("update posture.tree set size = 1000 where shard = '" + ledger.shard() + "'");
      assertThat(verdict(probe.grown(SYSTEM.instant()))).isEqualTo(Verdict.NOT_AS_WANTED);
    }
  }

  @Test
  void onlyACosignatureOfAKnownWitnessWithinTheHour_counts() {
    LedgerConfig cosigned =
        LedgerConfig.at(folder, "ledger.example/cosigned")
            .withCosigning(
                request ->
                    request.checkpoint().with(List.of(WITNESS.sign(request.checkpoint().text()))));
    try (Ledger ledger = Ledger.open(cosigned)) {
      write(ledger, "one");
      LedgerProbe known = probe(ledger, of(WITNESS.verifier()));
      LedgerProbe stranger = probe(ledger, of(key("stranger.example").verifier()));
      Instant now = SYSTEM.instant();
      assertThat(verdict(known.cosigned(now))).isEqualTo(Verdict.AS_WANTED);
      assertThat(verdict(known.cosigned(now.plus(Duration.ofHours(2)))))
          .isEqualTo(Verdict.NOT_AS_WANTED);
      assertThat(verdict(stranger.cosigned(now))).isEqualTo(Verdict.NOT_AS_WANTED);
      assertThat(probe(ledger, Witnesses.none()).cosigned(now)).isEmpty();
    }
  }

  @Test
  void withoutACosignature_theRecordLacksEvidence_whateverElseHolds() {
    Posture posture = office.bean(Posture.class);
    office.ledger().publish();
    posture.recompute();
    office.ledger().publish();
    posture.recompute();
    assertThat(posture.status("CX-1")).contains(Status.INSUFFICIENT_EVIDENCE);

    office
        .bean(PostureStore.class)
        .probed(Posture.COSIGNED, true, Seen.COSIGNED.remark(1, 1), SYSTEM.instant());
    posture.recompute();
    assertThat(posture.status("CX-1")).contains(Status.PASS);

    office
        .bean(PostureStore.class)
        .probed(Posture.COSIGNED, false, Seen.COSIGNED.remark(0, 1), SYSTEM.instant());
    posture.recompute();
    assertThat(posture.status("CX-1")).contains(Status.FAIL);
  }

  private static LedgerProbe probe(Ledger ledger, Witnesses witnesses) {
    return new LedgerProbe(
        ledger,
        office.bean(PostureStore.class),
        new StaticListableBeanFactory(Map.of("witnesses", witnesses))
            .getBeanProvider(Witnesses.class));
  }

  private static Verdict verdict(Optional<Outcome> outcome) {
    return outcome.orElseThrow().verdict();
  }

  private static Witnesses of(VerifierKey key) {
    return new Witnesses(1, List.of(List.of(key)));
  }

  private static SigningKey key(String name) {
    return SigningKey.generate(name, KeyType.COSIGNATURE_ED25519, SYSTEM);
  }

  private static void write(Ledger ledger, String what) {
    ledger
        .append(Entry.of("test.entry", SYSTEM.instant(), Map.of("what", what)))
        .await(Acknowledgement.DURABLE);
    ledger.publish();
  }

  private static void sql(String statement) {
    office.bean(JdbcClient.class).sql(statement).update();
  }
}
