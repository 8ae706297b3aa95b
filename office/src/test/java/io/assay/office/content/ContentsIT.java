package io.assay.office.content;

import static io.assay.office.staff.Role.AUDIT_ADMIN;
import static io.assay.office.staff.Role.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.gateway.journal.ExchangeReceived;
import io.assay.gateway.journal.Measure;
import io.assay.gateway.journal.Origin;
import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.ledger.vault.Address;
import io.assay.ledger.vault.Sealed;
import io.assay.ledger.vault.Vault;
import io.assay.office.TestOffice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.content.View.Part;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.exchange.Projection;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.staff.Role;
import io.assay.office.staff.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContentsIT {
  private static final String PROMPT = "a prompt that somebody wrote";
  private static TestOffice office;

  private final AtomicReference<String> holder = new AtomicReference<>("");
  private final SignedIn reviewer = member("stf_reader", REVIEWER);
  private Contents contents;

  @BeforeAll
  static void start() {
    office = TestOffice.start();
    keep("kept", PROMPT);
    received("lost", sealed("elsewhere", new byte[] {1}));
    received("empty", "");
    office.ledger().publish();
    office.bean(Projection.class).catchUp();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @BeforeEach
  void open() {
    holder.set(reviewer.id());
    contents = contents(office.bean(Journal.class));
  }

  private final class Task implements ContentPurpose {
    @Override
    public String kind() {
      return "task";
    }

    @Override
    public boolean holds(SignedIn reader, String id, String exchange) {
      return id.equals("tsk_1") && reader.id().equals(holder.get());
    }
  }

  @Test
  void opensContent_forTheHolderOfATask_andTellsTheLedgerWhoAndWhy() {
    Content content = contents.open(view("kept", "tsk_1"), reviewer);
    assertThat(content.text()).isEqualTo(PROMPT);
    assertThat(content.media()).isEqualTo("text");
    assertThat(content.toString()).doesNotContain(PROMPT);
    Act told = office.acts().getLast();
    assertThat(told.type()).isEqualTo("content.viewed");
    assertThat(told.actor()).isEqualTo("staff:stf_reader");
    assertThat(told.facts())
        .containsEntry("exchange", "kept")
        .containsEntry("part", "INPUT")
        .containsEntry("purpose", "task")
        .containsEntry("about", "tsk_1")
        .containsEntry("reason", "to decide");
    assertThat(told.toString()).doesNotContain(PROMPT);
  }

  @Test
  void countsEveryView() {
    long before = views();
    contents.open(view("kept", "tsk_1"), reviewer);
    contents.open(view("kept", "tsk_1"), reviewer);
    assertThat(views()).isEqualTo(before + 2);
  }

  @Test
  void opensNothing_whenTheViewCannotBeRecorded() {
    Contents closed =
        contents(
            act -> {
              throw new IllegalStateException("the ledger refuses");
            });
    assertThatThrownBy(() -> closed.open(view("kept", "tsk_1"), reviewer))
        .hasMessage("the ledger refuses");
  }

  @Test
  void refuses_whoeverDoesNotHoldThePurpose() {
    long before = views();
    holder.set("stf_other");
    refused("content.not-held", view("kept", "tsk_1"), reviewer);
    holder.set(reviewer.id());
    refused("content.not-held", view("kept", "tsk_2"), reviewer);
    refused("content.no-right", view("kept", "tsk_1"), member(reviewer.id(), AUDIT_ADMIN));
    refused("content.no-right", view("kept", "tsk_1"), member(reviewer.id(), Role.SYSTEM_ADMIN));
    assertThat(views()).isEqualTo(before);
  }

  @Test
  void saysSo_whenNothingIsKept_orItWasErased() {
    refused("content.unknown", view("nonsense", "tsk_1"), reviewer);
    refused("content.unknown", view("empty", "tsk_1"), reviewer);
    refused("content.erased", view("lost", "tsk_1"), reviewer);
  }

  @Test
  void knowsNoPurposeThatNoFeatureHas() {
    View view = new View("kept", Part.INPUT, "", "curiosity", "tsk_1", "");
    assertThatThrownBy(() -> contents.open(view, reviewer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("curiosity");
  }

  private Contents contents(Journal journal) {
    return new Contents(
        office.bean(ExchangeIndex.class), office.bean(Vault.class), List.of(new Task()), journal);
  }

  private void refused(String code, View view, SignedIn reader) {
    assertThatThrownBy(() -> contents.open(view, reader))
        .isInstanceOf(ActionRefusedException.class)
        .hasMessage(code);
  }

  private static long views() {
    return office.actTypes().stream().filter("content.viewed"::equals).count();
  }

  private static View view(String exchange, String about) {
    return new View(exchange, Part.INPUT, "", "task", about, " to decide ");
  }

  private static SignedIn member(String id, Role... roles) {
    return new SignedIn(id, "reader", Set.of(roles), 1);
  }

  private static void keep(String exchange, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    received(exchange, sealed(exchange, bytes));
  }

  private static String sealed(String exchange, byte[] payload) {
    Sealed sealed = office.vault().seal(address(exchange), payload);
    sealed.await();
    return sealed.commitment().toString();
  }

  private static Address address(String exchange) {
    return new Address(office.ledger().shard(), "sub_1", exchange, "input", Contents.EVENT_CLASS);
  }

  private static void received(String exchange, String commitment) {
    Origin origin = new Origin("tnt", "key", "sub_1", "/v1/chat/completions", "chat", "m");
    Map<String, Object> body =
        new ExchangeReceived(
                exchange, origin, false, new Measure("text", 28, commitment), List.of())
            .body();
    office
        .ledger()
        .append(Entry.of(ExchangeReceived.TYPE, Instant.parse("2026-11-21T04:00:00Z"), body))
        .await(Acknowledgement.DURABLE);
  }
}
