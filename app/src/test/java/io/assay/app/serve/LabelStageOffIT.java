package io.assay.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.access.Snapshots;
import io.assay.gateway.config.Settings;
import io.assay.gateway.exchange.Ask;
import io.assay.gateway.exchange.Carried;
import io.assay.gateway.exchange.Endpoint;
import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.exchange.Exit;
import io.assay.gateway.exchange.Product;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.exchange.Result;
import io.assay.gateway.exchange.Review;
import io.assay.gateway.exchange.ReviewOpinions;
import io.assay.gateway.exchange.Way;
import io.assay.gateway.exchange.WholeWay;
import io.assay.gateway.http.ExchangeIds;
import io.assay.gateway.http.GatewayServlet;
import io.assay.gateway.http.Json;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.Journal;
import io.assay.gateway.journal.Journal.Position;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.Measure;
import io.assay.gateway.journal.OutputRecord;
import io.assay.office.exchange.ExchangeFilter;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.exchange.ExchangeSummary;
import io.assay.office.posture.Posture;
import io.assay.office.posture.Status;
import io.assay.review.Reviewer;
import io.assay.review.Verdict;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Acceptance scenario 25: a gateway whose label stage was taken out, wholly or by half, beside the
 * real one over the same registers, reviewer and ledger. No setting does that; somebody would have
 * to change the program, as this test does.
 */
class LabelStageOffIT {
  @TempDir Path folder;

  @Test
  void withoutLabelsNothingLeaves_andWhatLeavesHalfLabelled_failsTheControls() throws Exception {
    var data = folder.resolve("data");
    try (var server = start(data);
        var http = HttpClient.newHttpClient()) {
      var posture = server.office(Posture.class);

      var none = sabotaged(server, List.of());
      assertThat(ask(http, none, data).statusCode()).isEqualTo(503);
      none.stop();
      indexed(server, "FAILED");
      posture.recompute();
      assertThat(posture.status("C16-1")).contains(Status.INSUFFICIENT_EVIDENCE);
      assertThat(posture.status("C17-1")).contains(Status.INSUFFICIENT_EVIDENCE);

      var explicitOnly = sabotaged(server, List.of(label("EXPLICIT")));
      assertThat(ask(http, explicitOnly, data).statusCode()).isEqualTo(200);
      explicitOnly.stop();
      indexed(server, "DELIVERED");
      posture.recompute();
      assertThat(posture.status("C16-1")).contains(Status.FAIL);
      assertThat(posture.status("C17-1")).contains(Status.PASS);

      var implicitOnly = sabotaged(server, List.of(label("IMPLICIT")));
      assertThat(ask(http, implicitOnly, data).statusCode()).isEqualTo(200);
      implicitOnly.stop();
      indexed(server, "DELIVERED", "DELIVERED");
      posture.recompute();
      assertThat(posture.status("C17-1")).contains(Status.FAIL);
    }
  }

  /** An endpoint without the label stage: it writes nothing and says what it was told to. */
  private record Unlabelled(WholeWay way, List<LabelRecord> says) implements Endpoint {
    @Override
    public Result<Ask> read(ObjectNode body) {
      var prompt = new Carried("prompt", body.path("prompt").asString(""));
      return Result.ok(new Ask("/v1/answers", "chat", "m", false, body, List.of(prompt)));
    }

    @Override
    public Optional<Refusal> answer(Exchange exchange) {
      return way.walk(exchange, () -> Result.ok(new Answer(exchange, says)));
    }
  }

  private record Answer(Exchange exchange, List<LabelRecord> says) implements Product {
    private static final String WORDS = "A kite is made of paper.";

    @Override
    public List<Carried> texts() {
      return List.of(new Carried("answer", WORDS));
    }

    @Override
    public void mark() {
      // The label stage is off.
    }

    @Override
    public List<LabelRecord> readBack() {
      return says;
    }

    @Override
    public List<OutputRecord> kept() {
      return OutputRecord.whole(new Measure("text", WORDS.length(), ""));
    }

    @Override
    public Exit exit() {
      return Exit.CHAT;
    }

    @Override
    public void deliver(Position recorded) {
      exchange.inbound().send(200, "text/plain", Map.of(), WORDS.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Refusal> withhold(Verdict verdict) {
      throw new IllegalStateException("harmless words were withheld");
    }
  }

  private Tomcat sabotaged(Server server, List<LabelRecord> says) throws Exception {
    var clock = Clock.systemUTC();
    var snapshots = server.office(Snapshots.class);
    var opinions = new ReviewOpinions(List.of(), clock);
    var review = new Review(server.office(Reviewer.class), opinions, snapshots);
    var recorder = new Recorder(server.office(Journal.class));
    var way = new Way(snapshots, review, recorder, 10_000, clock);
    var endpoint = new Unlabelled(new WholeWay(review, recorder), says);
    var tomcat = new Tomcat();
    tomcat.setBaseDir(folder.resolve("tomcat").toString());
    tomcat.setPort(0);
    var context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(
        context,
        "gateway",
        new GatewayServlet(
            new ExchangeIds(clock), (method, inbound) -> way.walk(inbound, endpoint)));
    context.addServletMappingDecoded("/*", "gateway");
    tomcat.getConnector();
    tomcat.start();
    return tomcat;
  }

  private static HttpResponse<String> ask(HttpClient http, Tomcat gateway, Path data)
      throws Exception {
    var facts = JsonMapper.builder().build().readTree(data.resolve("first-run.json").toFile());
    var address = "http://localhost:" + gateway.getConnector().getLocalPort() + "/v1/answers";
    var body = Json.object().put("prompt", "How do I fold a paper kite?");
    return http.send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + facts.path("trial_key").asString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Waits until the office knows of these outcomes. */
  private static void indexed(Server server, String... outcomes) throws InterruptedException {
    var index = server.office(ExchangeIndex.class);
    for (int i = 0; i < 600; i++) {
      var known =
          index.list(ExchangeFilter.everything(), Optional.empty(), 50).exchanges().stream()
              .map(ExchangeSummary::outcome)
              .flatMap(Optional::stream)
              .map(Enum::name)
              .toList();
      if (known.containsAll(List.of(outcomes)) && count(known) >= count(List.of(outcomes))) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the index knows no " + List.of(outcomes));
  }

  private static long count(List<String> outcomes) {
    return outcomes.stream().filter("DELIVERED"::equals).count();
  }

  private static LabelRecord label(String kind) {
    return new LabelRecord(kind, "none", "nowhere", "only said");
  }

  private static Server start(Path data) {
    var config = Settings.parse("", AppConfig.class, Map.of()).withOfficePort(Optional.of(0));
    return Server.start(
        new Server.Options(data, 0, config, Map.of(), Clock.systemUTC()),
        new PrintWriter(Writer.nullWriter(), true));
  }
}
