package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.access.Snapshots;
import io.assay.gateway.decode.Sounds;
import io.assay.gateway.sample.SampleUpstream;
import io.assay.mark.Inspector;
import io.assay.office.disposal.DisposalCase.Severity;
import io.assay.office.disposal.Disposals;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.pool.Draft;
import io.assay.office.pool.Procedure;
import io.assay.office.staff.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A held text or sound reaches its caller once a reviewer has released it. */
class GivenBackIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ODD = "quince hour";
  private static final String STATEMENT = "\u5185\u5BB9\u7531AI\u751F\u6210";

  @TempDir static Path folder;
  private static Premises premises;
  private static Reviewers reviewers;
  private static Visitor visitor;

  @BeforeAll
  static void start() throws InterruptedException {
    premises = new Premises(folder.resolve("data"));
    reviewers = new Reviewers(premises);
    visitor = new Visitor();
    hold("keyword", ODD, "");
  }

  @AfterAll
  static void stop() {
    visitor.close();
    premises.close();
  }

  /** Puts something into the pool: an answer in which it is found waits for a person. */
  private static void hold(String kind, String pattern, String limit) throws InterruptedException {
    var draft =
        new Draft(
            kind, pattern, "", limit, "I.11", "", "REVIEW", "OUTPUT", "", "", "a test", "a test",
            "");
    premises
        .office(Procedure.class)
        .enterInEmergency(draft, "a test", Premises.staff("editor", Role.POOL_EDITOR));
    premises.awaitGateway();
  }

  private static ObjectNode asking(String question, boolean stream) {
    var body = JSON.createObjectNode().put("model", "m").put("stream", stream);
    body.putArray("messages").addObject().put("role", "user").put("content", question);
    return body;
  }

  private static HttpResponse<String> ask(String question, boolean stream) {
    return visitor.call(
        premises.gateway() + "/v1/chat/completions",
        premises.key(),
        asking(question, stream).toString());
  }

  /** Reviewers release what waits; the gateway knows it when this returns. */
  private static void release(String exchange) throws InterruptedException {
    reviewers.awaitTask(exchange, "OUTPUT");
    reviewers.releaseAll();
    var snapshots = premises.office(Snapshots.class);
    Premises.await(
        "told",
        () ->
            snapshots.current().stream()
                .flatMap(now -> now.releases().values().stream())
                .flatMap(releases -> releases.stream())
                .anyMatch(it -> it.review().equals(exchange) && it.answer().isPresent()));
  }

  private static JsonNode recorded(HttpResponse<?> answer, String release) throws Exception {
    var id = answer.headers().firstValue("x-assay-content-id").orElseThrow();
    var index = premises.office(ExchangeIndex.class);
    Supplier<String> released = () -> index.find(id).map(it -> it.released()).orElse("");
    Premises.await("recorded", () -> released.get().equals(release));
    return JSON.valueToTree(index.find(id).orElseThrow().steps());
  }

  @Test
  void aHeldText_isGivenToTheSameRequestOnceReleased_markedAndRecorded() throws Exception {
    var model = premises.model();
    model.says("Come at " + ODD + ".");
    var held = ask("When shall we meet?", false);
    assertThat(held.statusCode()).isEqualTo(400);
    var review = JSON.readTree(held.body()).at("/error/review_id").asString();
    release(review);
    model.says("Something else.");
    long calls = model.calls("When shall we meet?");

    var given = ask("When shall we meet?", false);
    assertThat(JSON.readTree(given.body()).at("/choices/0/message/content").asString())
        .startsWith(STATEMENT)
        .endsWith("Come at " + ODD + ".");
    assertThat(model.calls("When shall we meet?")).as("the model is not asked").isEqualTo(calls);
    assertThat(recorded(given, review).toString()).contains("released in review " + review);
    assertThat(ask("When else shall we meet?", false).body()).contains("Something else.");
  }

  @Test
  void aHeldStream_isGivenAsAStreamOnceReleased() throws Exception {
    var model = premises.model();
    model.says("We dine at ", "quin", "ce hour, ", "as ever.");
    var held = ask("When do we dine?", true);
    assertThat(held.body()).contains("waits for review").doesNotContain("ce hour");
    var review = held.headers().firstValue("x-assay-content-id").orElseThrow();
    release(review);
    model.says("Something else.");

    var given = ask("When do we dine?", true);
    assertThat(given.headers().firstValue("content-type").orElse("")).contains("event-stream");
    assertThat(given.body())
        .contains(STATEMENT, "We dine at " + ODD + ", as ever.")
        .endsWith("data: [DONE]\n\n");
    assertThat(recorded(given, review).toString()).contains("released in review " + review);
    assertThat(given.headers().firstValue("x-assay-receipt")).isPresent();
  }

  @Test
  void whatADisposalCaseContains_isGivenBackToNobody() throws Exception {
    var model = premises.model();
    model.says("We sail at " + ODD + ".");
    var held = ask("When do we sail?", false);
    var review = JSON.readTree(held.body()).at("/error/review_id").asString();
    release(review);
    var disposals = premises.office(Disposals.class);
    var opened =
        disposals.open(Severity.ORDINARY, "a test", "I.11", List.of(review), "staff:handler");
    disposals.contain(opened.id(), "staff:handler");
    premises.awaitGateway();
    model.says("Something else.");
    assertThat(ask("When do we sail?", false).body()).contains("Something else.");
  }

  @Test
  void aHeldSound_isGivenToTheSameRequestOnceReleased_labelledAndRecorded() throws Exception {
    var model = premises.model();
    var sound = speech("The boats come in before the light, and go out again with the tide.");
    model.speaks(sound);
    var subs = Sounds.fingerprint(sound).orElseThrow().subs();
    hold(
        "audio",
        Arrays.stream(Arrays.copyOf(subs, 300))
            .mapToObj("%08x"::formatted)
            .collect(Collectors.joining()),
        "0.35");
    var held = say();
    assertThat(held.statusCode()).isEqualTo(400);
    var review = JSON.readTree(held.body()).at("/error/review_id").asString();
    release(review);
    model.speaks(new byte[] {1});
    long calls = model.calls("The boats.");

    var given = say();
    assertThat(given.statusCode()).isEqualTo(200);
    assertThat(model.calls("The boats.")).as("the model is not asked").isEqualTo(calls);
    assertThat(Inspector.standard().inspect(given.body()).label().orElseThrow().produceId())
        .isEqualTo(given.headers().firstValue("x-assay-content-id").orElseThrow());
    assertThat(recorded(given, review).toString()).contains("released in review " + review);
  }

  private static byte[] speech(String text) {
    var request = JSON.createObjectNode().put("input", text).put("response_format", "wav");
    return new SampleUpstream(InstantSource.system()).post("/audio/speech", request).body();
  }

  private static HttpResponse<byte[]> say() {
    var body = JSON.createObjectNode().put("model", "m").put("input", "The boats.");
    return visitor.fetch(
        premises.gateway() + "/v1/audio/speech",
        premises.key(),
        body.put("response_format", "wav").toString());
  }
}
