package io.assay.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.Calls;
import io.assay.gateway.Calls.Call;
import io.assay.gateway.Calls.MemoryJournal;
import io.assay.gateway.access.Reminding;
import io.assay.gateway.access.Reminding.Moment;
import io.assay.gateway.access.Reminding.Open;
import io.assay.gateway.access.Snapshot;
import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.access.Standing;
import io.assay.gateway.config.ReminderConfig;
import io.assay.gateway.http.Json;
import io.assay.gateway.http.Refusal;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ReminderCheckTest {
  private static final String URL = "https://office.example.com/my/token/documents";
  private static final ReminderConfig SHOWN = new ReminderConfig(false, List.of("face-*"));

  /** Answers everything, with the headers that every reply has. */
  private record Answering(String capability) implements Endpoint {
    @Override
    public Result<Ask> read(ObjectNode body) {
      var model = body.path("model").asString();
      return Result.ok(new Ask("/v1/x", capability, model, false, body, List.of()));
    }

    @Override
    public Optional<Refusal> answer(Exchange exchange) {
      exchange.inbound().send(200, "application/json", exchange.headers(), Json.bytes(body()));
      return Optional.empty();
    }

    private static ObjectNode body() {
      return Json.object();
    }
  }

  private final MemoryJournal journal = new MemoryJournal();

  private Call call(String capability, String model, Set<Moment> open, ReminderConfig policy) {
    var reminding = new Reminding(Map.of("subject-1", new Open(open, URL)), policy);
    var call = new Call("/v1/x", Calls.KEY, "{\"model\":\"" + model + "\"}");
    try (var snapshots = new Snapshots(registers(reminding), Duration.ofMinutes(1), taken -> {})) {
      var opinions = new ReviewOpinions(List.of(), InstantSource.system());
      var review = new Review(Reviewer.of(Pool.empty()), opinions, snapshots);
      new Way(snapshots, review, new Recorder(journal), 1 << 20, InstantSource.system())
          .walk(call, new Answering(capability));
    }
    return call;
  }

  private static SnapshotSource registers(Reminding reminding) {
    var given = Calls.registers(new Standing.Good()).read();
    return Calls.holding(
        new Snapshot(
            1,
            given.keysBySha256(),
            given.standings(),
            given.pool(),
            given.releases(),
            reminding,
            given.contained()));
  }

  @Test
  void theFirstUse_isAnsweredWithAReminder_andTheNextIsNot() {
    var first = call("chat", "m", EnumSet.allOf(Moment.class), SHOWN);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.replyHeaders())
        .containsEntry("x-assay-reminder", "first-use")
        .containsEntry("x-assay-reminder-url", URL);
    var next = call("chat", "m", EnumSet.of(Moment.EXPORT, Moment.BIOMETRIC), SHOWN);
    assertThat(next.replyHeaders()).doesNotContainKey("x-assay-reminder");
  }

  @Test
  void whatLeavesAsAFile_isRemindedOfAtExport() {
    for (var capability : List.of("image", "speech", "publication")) {
      assertThat(call(capability, "m", EnumSet.of(Moment.EXPORT), SHOWN).replyHeaders())
          .containsEntry("x-assay-reminder", "export");
    }
  }

  @Test
  void aToolThatEditsFaces_isClosed_untilItsReminderIsAcknowledged() {
    var refused = call("image", "face-swap-2", EnumSet.of(Moment.BIOMETRIC), SHOWN);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().at("/error/code").asString()).isEqualTo("reminder_required");
    assertThat(refused.json().at("/error/reminders").asString()).isEqualTo("biometric");
    assertThat(refused.json().at("/error/remind_url").asString()).isEqualTo(URL);
    assertThat(Json.text(journal.closed().path("steps"))).contains("not acknowledged: biometric");
    assertThat(call("image", "face-swap-2", Set.of(Moment.EXPORT), SHOWN).status()).isEqualTo(200);
    assertThat(call("image", "landscape", Set.of(Moment.BIOMETRIC), SHOWN).status()).isEqualTo(200);
  }

  @Test
  void whereItIsRequired_nothingIsGeneratedBeforeIt() {
    var required = new ReminderConfig(true, List.of());
    assertThat(call("chat", "m", Set.of(Moment.FIRST_USE), required).status()).isEqualTo(403);
    assertThat(call("chat", "m", Set.of(Moment.EXPORT), required).status()).isEqualTo(200);
    assertThat(call("image", "m", Set.of(Moment.EXPORT), required).status()).isEqualTo(403);
  }
}
