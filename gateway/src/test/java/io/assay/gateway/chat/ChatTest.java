package io.assay.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.Calls;
import io.assay.gateway.Calls.Call;
import io.assay.gateway.Calls.MemoryJournal;
import io.assay.gateway.access.Release;
import io.assay.review.Effect;
import io.assay.gateway.exchange.ReleasedAnswers;
import io.assay.gateway.access.Snapshot;
import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.access.Standing;
import io.assay.gateway.attachment.Attachments;
import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.decode.Pictures;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.exchange.Review;
import io.assay.gateway.exchange.ReviewOpinions;
import io.assay.gateway.exchange.Way;
import io.assay.gateway.http.Json;
import io.assay.gateway.upstream.DeltaStream;
import io.assay.gateway.upstream.SseEvent;
import io.assay.gateway.upstream.Upstream;
import io.assay.gateway.upstream.Upstreams;
import io.assay.review.Category;
import io.assay.review.Characteristic;
import io.assay.review.Characteristic.ClassifierThreshold;
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Direction;
import io.assay.review.Disposition;
import io.assay.review.Feature;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.Rule;
import io.assay.review.Scope;
import io.assay.review.image.Pdq;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ChatTest {
  private static final String BAD = "违禁标记词";
  private static final String ODD = "待查标记词";
  private static final String STATEMENT = "内容由AI生成\n\n";

  private final MemoryJournal journal = new MemoryJournal();
  private List<Feature> features =
      List.of(
          Feature.keyword("bad", BAD, Category.of("I.11")),
          Feature.of(
              "odd",
              new Characteristic.Keyword(ODD),
              Rule.of(Category.of("I.11")).with(Disposition.REVIEW)));
  private List<String> events = List.of();
  private String answer = "";
  private String content = "\"hi\"";
  private ObjectNode forwarded = Json.object();
  private byte[] released = {};
  private Optional<Release.Answer> kept = Optional.empty();
  private Effect lifted = Effect.HOLD;

  /** An upstream that answers what the test has put down. */
  private final class Scripted implements Upstream {
    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public boolean serves(String model) {
      return true;
    }

    @Override
    public Answer get(String path) {
      throw new IllegalStateException("not asked here");
    }

    @Override
    public Answer post(String path, ObjectNode body) {
      forwarded = body;
      return new Answer(200, "application/json", Map.of(), answer.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Opened open(String path, ObjectNode body) {
      Queue<String> left = new ArrayDeque<>(events);
      return new Opened.Streaming(
          new DeltaStream() {
            @Override
            public List<SseEvent> next() {
              var event = left.poll();
              return event == null ? List.of() : List.of(new SseEvent("", event));
            }

            @Override
            public void close() {
              left.clear();
            }
          });
    }
  }

  private Call call(String more, Standing standing) {
    var reviewer = Reviewer.of(Pool.of("test-1", features));
    var opinions = new ReviewOpinions(List.of(), InstantSource.system());
    var recorder = new Recorder(journal);
    var call =
        new Call(
            ChatEndpoint.PATH,
            Calls.KEY,
            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":"
                + content
                + "}]"
                + more
                + "}");
    try (var snapshots = new Snapshots(registers(standing), Duration.ofMinutes(1), taken -> {})) {
      var review = new Review(reviewer, opinions, snapshots);
      var endpoint =
          new ChatEndpoint(
              Upstreams.only(new Scripted()),
              review,
              recorder,
              LabelConfig.defaults(),
              Attachments.standard(),
              new ReleasedAnswers(snapshots, journal));
      new Way(snapshots, review, recorder, 1 << 20, InstantSource.system()).walk(call, endpoint);
    }
    return call;
  }

  private Call call(String more) {
    return call(more, new Standing.Good());
  }

  /** Registers in which a reviewer has released what the test has put down. */
  private SnapshotSource registers(Standing standing) {
    var registers = Calls.registers(standing);
    var snapshot = registers.read();
    var hash = Release.of("exchange-0", "salt", released).sha256();
    var release = new Release("exchange-0", "salt", hash, kept, lifted);
    var with =
        new Snapshot(
            snapshot.version(),
            snapshot.keysBySha256(),
            snapshot.standings(),
            snapshot.pool(),
            released.length == 0 && kept.isEmpty()
                ? Map.of()
                : Map.of("subject-1", List.of(release)),
            Set.of());
    return new SnapshotSource() {
      @Override
      public long version() {
        return 1;
      }

      @Override
      public Snapshot read() {
        return with;
      }
    };
  }

  private Call stream(String... deltas) {
    events =
        Stream.concat(
                Stream.of(deltas)
                    .map(
                        choice ->
                            choice.startsWith("[") ? choice : "{\"choices\":[" + choice + "]}"),
                Stream.of("[DONE]"))
            .toList();
    return call(",\"stream\":true");
  }

  private static String delta(int choice, String fields) {
    return "{\"index\":" + choice + ",\"delta\":{" + fields + "},\"finish_reason\":null}";
  }

  private static String text(Call call, int choice, String field) {
    return call.chunks().stream()
        .flatMap(chunk -> chunk.path("choices").valueStream())
        .filter(each -> each.path("index").asInt() == choice)
        .map(each -> each.path("delta").path(field).asString(""))
        .collect(Collectors.joining());
  }

  private static List<String> steps(JsonNode closed) {
    return closed
        .path("steps")
        .valueStream()
        .map(step -> step.path("name").asString() + " " + step.path("decision").asString())
        .toList();
  }

  @Test
  void nothingOfAStreamLeaves_whenAClassifierGivesNoAnswer() {
    features =
        List.of(
            Feature.of(
                "t",
                new ClassifierThreshold("absent", "bad", 0.5),
                Rule.of(Category.of("I.11")).with(Scope.of(Direction.OUTPUT))));
    var call = stream(delta(0, "\"content\":\"Hello\""));
    assertThat(text(call, 0, "content")).doesNotContain("Hello");
    assertThat(call.text()).contains("content_filter").endsWith("data: [DONE]\n\n");
    assertThat(steps(journal.closed())).contains("output-review HOLD");
  }

  @Test
  void aStreamCarriesTheStatementFirst_andIsRecordedBeforeItsEnd() {
    var call =
        stream(
            delta(0, "\"role\":\"assistant\",\"content\":\"\""), delta(0, "\"content\":\"Hello\""));
    assertThat(text(call, 0, "content")).isEqualTo(STATEMENT + "Hello");
    assertThat(call.text()).endsWith("data: [DONE]\n\n");
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("DELIVERED");
    assertThat(steps(journal.closed()))
        .containsExactly(
            "caller PASS",
            "standing PASS",
            "input-review PASS",
            "upstream DONE",
            "output-review PASS",
            "mark DONE",
            "read-back DONE",
            "record DONE",
            "deliver DONE");
    assertThat(journal.closed().path("reviewed").toString())
        .isEqualTo("{\"input\":7,\"input_of\":7,\"output\":5,\"output_of\":5}");
  }

  @Test
  void noCharacterOfABlockedText_leaves_whateverChannelCarriesIt() {
    for (var field : List.of("content", "reasoning_content", "refusal")) {
      var pieces =
          BAD.codePoints()
              .mapToObj(c -> delta(0, "\"" + field + "\":\"" + Character.toString(c) + "\""))
              .toArray(String[]::new);
      var call = stream(pieces);
      assertThat(call.text()).as(field).doesNotContain(BAD.substring(0, 1));
      assertThat(call.text()).contains("\"finish_reason\":\"content_filter\"");
      assertThat(journal.closed().path("outcome").asString()).isEqualTo("BLOCKED_OUTPUT");
    }
  }

  @Test
  void toolCallArguments_areReviewedAcrossTheirPieces() {
    var half = BAD.length() / 2;
    var call =
        stream(
            delta(
                0,
                "\"tool_calls\":[{\"index\":0,\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"look_up\",\"arguments\":\"{\\\"q\\\":\\\"\"}}]"),
            delta(
                0,
                "\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\""
                    + BAD.substring(0, half)
                    + "\"}}]"),
            delta(
                0,
                "\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\""
                    + BAD.substring(half)
                    + "\"}}]"));
    assertThat(call.text()).contains("look_up").doesNotContain(BAD.substring(0, half));
    assertThat(call.text()).contains("\"finish_reason\":\"content_filter\"");
  }

  @Test
  void everyChoiceIsLabelled() {
    var call = stream(delta(0, "\"content\":\"one\""), delta(1, "\"content\":\"two\""));
    assertThat(text(call, 0, "content")).isEqualTo(STATEMENT + "one");
    assertThat(text(call, 1, "content")).isEqualTo(STATEMENT + "two");
  }

  @Test
  void aFieldThatNobodyKnows_closesTheStream() {
    var call = stream(delta(0, "\"content\":\"fine\""), delta(0, "\"new_text\":\"sly\""));
    assertThat(call.text())
        .contains("event: error\n")
        .doesNotContain("sly")
        .doesNotContain("[DONE]");
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("FAILED");
  }

  @Test
  void aJournalThatRefuses_leavesNoAnswer() {
    journal.refuses = true;
    answer = "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"x\"}}]}";
    var call = call("");
    assertThat(call.status()).isEqualTo(503);
    assertThat(call.json().at("/error/code").asString()).isEqualTo("record_failed");
  }

  @Test
  void aPayloadThatIsLost_leavesNoAnswer_andTheLastEntrySaysSo() {
    journal.losesPayloads = true;
    answer = "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"x\"}}]}";
    var call = call("");
    assertThat(call.status()).isEqualTo(503);
    assertThat(call.text()).doesNotContain("\"x\"");
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("FAILED");
  }

  @Test
  void aWholeAnswerThatIsBlocked_holdsNothingOfTheUpstreams() {
    answer =
        "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"x\"}}],\"extra\":\""
            + BAD
            + "\"}";
    var call = call("");
    assertThat(call.status()).isEqualTo(200);
    assertThat(call.json().at("/choices/0/message/content").isNull()).isTrue();
    assertThat(call.json().at("/choices/0/finish_reason").asString()).isEqualTo("content_filter");
    assertThat(call.json().has("extra")).isFalse();
    assertThat(call.json().at("/moderation/output/results/0/flagged").asBoolean()).isTrue();
  }

  @Test
  void aMachineReadableAnswer_carriesTheStatementBesideTheText() {
    answer =
        "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"{\\\"a\\\":1}\"}}]}";
    var call = call(",\"response_format\":{\"type\":\"json_object\"}");
    assertThat(call.json().at("/choices/0/message/content").asString()).isEqualTo("{\"a\":1}");
    assertThat(call.json().at("/assay/label/statement").asString()).isEqualTo("内容由AI生成");
    assertThat(Json.text(journal.closed().path("labels"))).contains("statement-field");
  }

  @Test
  void theShapesOfRefusals() {
    var blocked = call(",\"user\":\"" + BAD + "\"");
    assertThat(blocked.status()).isEqualTo(400);
    assertThat(blocked.json().at("/error/code").asString()).isEqualTo("content_policy_violation");
    assertThat(blocked.json().at("/error/param").asString()).isEqualTo("user");
    assertThat(blocked.replyHeaders()).containsEntry("x-assay-case", "exchange-1");

    var unverified = call("", new Standing.Unverified("https://office/verify"));
    assertThat(unverified.status()).isEqualTo(403);
    assertThat(unverified.json().at("/error/verify_url").asString())
        .isEqualTo("https://office/verify");
    assertThat(unverified.json().at("/error/code").asString()).isEqualTo("identity_required");

    var unread = call("", new Standing.AcceptanceDue(List.of("covenant/2"), "https://office/me"));
    assertThat(unread.status()).isEqualTo(403);
    assertThat(unread.json().at("/error/code").asString())
        .isEqualTo("document_acceptance_required");
    assertThat(unread.json().at("/error/accept_url").asString()).isEqualTo("https://office/me");
    assertThat(unread.json().at("/error/documents").asString()).isEqualTo("covenant/2");

    var suspended =
        call("", new Standing.Suspended("three in a row", Optional.empty(), "https://a"));
    assertThat(suspended.json().at("/error/code").asString()).isEqualTo("account_suspended");

    assertThat(call(",\"logprobs\":true").json().at("/error/param").asString())
        .isEqualTo("logprobs");
  }

  @Test
  void aHeldRequestSaysSo_isKept_andPassesOnceReleased() {
    answer = "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"x\"}}]}";
    var held = call(",\"user\":\"" + ODD + "\"");
    assertThat(held.status()).isEqualTo(400);
    assertThat(held.json().at("/error/code").asString()).isEqualTo("content_held");
    assertThat(held.json().at("/error/review_id").asString()).isEqualTo("exchange-1");
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("HELD");
    assertThat(journal.entries.getFirst().at("/body/input/commitment").asString()).isNotEmpty();
    released = ("m\nuser\nhi\n" + ODD + " and more").getBytes(StandardCharsets.UTF_8);
    assertThat(call(",\"user\":\"" + ODD + "\"").status()).isEqualTo(400);
    released = ("m\nuser\nhi\n" + ODD).getBytes(StandardCharsets.UTF_8);
    var passed = call(",\"user\":\"" + ODD + "\"");
    assertThat(passed.status()).isEqualTo(200);
    assertThat(Json.text(journal.closed())).contains("released in review exchange-0");
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("DELIVERED");
  }

  @Test
  void aHeldAnswerIsKeptForTheReviewer_andNothingOfItLeaves() {
    answer =
        "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
            + ODD
            + "\"}}]}";
    var held = call("");
    assertThat(held.json().at("/error/code").asString()).isEqualTo("content_held");
    assertThat(held.text()).doesNotContain(ODD);
    assertThat(journal.closed().at("/output/characters").asLong()).isGreaterThan(4);
    var stream = stream(delta(0, "\"content\":\"fine " + ODD + "\""));
    assertThat(stream.text()).contains("waits for review exchange-1").doesNotContain(ODD);
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("HELD");
  }

  /** People release the answer that the last exchange kept, for the request {@code hi}. */
  private void release(Effect most) {
    var request = Release.of("exchange-0", "salt", "m\nuser\nhi".getBytes(StandardCharsets.UTF_8));
    var commitment = journal.closed().path("answer").asString();
    kept =
        Optional.of(
            new Release.Answer("chat", request.sha256(), "shard", "exchange-0", commitment));
    lifted = most;
    answer = "the model is not asked";
    events = List.of();
  }

  @Test
  void aHeldAnswer_isGivenBackOnceReleased_markedAndRecorded() {
    answer =
        "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
            + ODD
            + "\"}}]}";
    assertThat(call("").json().at("/error/code").asString()).isEqualTo("content_held");
    release(Effect.HOLD);
    var given = call("");
    assertThat(given.json().at("/choices/0/message/content").asString()).isEqualTo(STATEMENT + ODD);
    assertThat(given.json().at("/assay/content_id").asString()).isEqualTo("exchange-1");
    assertThat(steps(journal.closed())).contains("upstream SKIP", "output-review PASS");
    assertThat(journal.closed().path("released").asString()).isEqualTo("exchange-0");
    assertThat(journal.closed().path("exit").asString()).isEqualTo("chat");
    features = List.of(Feature.keyword("worse", ODD, Category.of("I.11")));
    assertThat(call("").text()).as("a block is not lifted by a reviewer").doesNotContain(ODD);
  }

  @Test
  void aHeldStream_isGivenBackAsAStream_withItsCallsOfTools() {
    var held =
        stream(
            delta(0, "\"content\":\"fine " + ODD + "\""),
            delta(
                0,
                "\"tool_calls\":[{\"index\":0,\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"look_up\",\"arguments\":\"{\\\"q\\\":1}\"}}]"));
    assertThat(text(held, 0, "content")).doesNotContain(ODD);
    release(Effect.HOLD);
    var given = call(",\"stream\":true");
    assertThat(text(given, 0, "content")).isEqualTo(STATEMENT + "fine " + ODD);
    assertThat(given.text())
        .contains("\"name\":\"look_up\"", "\"id\":\"c1\"", "\"content_id\":\"exchange-1\"")
        .endsWith("data: [DONE]\n\n");
    assertThat(journal.closed().path("exit").asString()).isEqualTo("chat.stream");
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("DELIVERED");
    assertThat(call("").json().at("/choices/0/message/tool_calls/0/function/arguments").asString())
        .isEqualTo("{\"q\":1}");
  }

  @Test
  void aBlockedAnswer_isKept_andGivenBackAfterAnUpheldAppealAlone() {
    var blocked = stream(delta(0, "\"content\":\"before " + BAD + "\""), delta(0, "\"content\":\"!\""));
    assertThat(blocked.text()).doesNotContain(BAD);
    assertThat(journal.closed().at("/output/commitment").asString()).isNotEmpty();
    release(Effect.HOLD);
    assertThat(call("").text()).doesNotContain(BAD);
    release(Effect.BLOCK);
    var given = call("");
    assertThat(given.json().at("/choices/0/message/content").asString())
        .isEqualTo(STATEMENT + "before " + BAD + "!");
    assertThat(given.json().at("/choices/0/finish_reason").asString()).isEqualTo("length");
    assertThat(Json.text(journal.closed())).contains("released on appeal against exchange-0");
  }

  @Test
  void aBlockedRequest_passesAfterAnUpheldAppealAlone() {
    answer = "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"x\"}}]}";
    released = ("m\nuser\nhi\n" + BAD).getBytes(StandardCharsets.UTF_8);
    assertThat(call(",\"user\":\"" + BAD + "\"").status()).isEqualTo(400);
    lifted = Effect.BLOCK;
    assertThat(call(",\"user\":\"" + BAD + "\"").status()).isEqualTo(200);
    assertThat(Json.text(journal.closed())).contains("released on appeal against exchange-0");
    assertThat(call(",\"user\":\"" + BAD + " and more\"").status()).isEqualTo(400);
  }

  private static byte[] picture(int seed) throws IOException {
    var random = new Random(seed);
    var image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    for (int i = 0; i < 50; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      pen.fillOval(random.nextInt(180), random.nextInt(180), 20 + random.nextInt(60), 40);
    }
    pen.dispose();
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private static String pictured(byte[] file) {
    return "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/x;base64,"
        + Base64.getEncoder().encodeToString(file)
        + "\",\"detail\":\"low\"}},{\"type\":\"text\",\"text\":\"What is this?\"}]";
  }

  private static Feature known(byte[] file, Disposition disposition) {
    var hash = Pdq.of(Pictures.luma(file).orElseThrow()).hash().toString();
    return Feature.of(
        "known-picture",
        new PerceptualHash(PerceptualHash.Medium.IMAGE, hash, 31),
        Rule.of(Category.of("I.11")).with(disposition));
  }

  private Call asked(String parts) {
    answer = "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"x\"}}]}";
    content = parts;
    return call("");
  }

  @Test
  void aCleanPictureGoesIn_asItWasReviewed_andIsKept() throws IOException {
    features = List.of(known(picture(1), Disposition.ILLEGAL));
    var call = asked(pictured(picture(2)));
    assertThat(call.status()).isEqualTo(200);
    assertThat(forwarded.at("/messages/0/content/0/image_url/url").asString())
        .isEqualTo("data:image/png;base64," + Base64.getEncoder().encodeToString(picture(2)));
    var received = journal.entries.getFirst().path("body");
    assertThat(received.at("/attachments/0/field").asString()).isEqualTo("attachment-1");
    assertThat(received.at("/attachments/0/media").asString()).isEqualTo("image");
    assertThat(received.at("/attachments/0/commitment").asString())
        .isEqualTo("commitment of " + picture(2).length);
    assertThat(received.at("/attachments/0/labels").size()).isZero();
    assertThat(Json.text(journal.closed())).contains("and 1 of 1 files");
    assertThat(journal.closed().at("/reviewed/input").asInt())
        .isEqualTo(
            "m".length()
                + "user".length()
                + "image_url".length()
                + "low".length()
                + "text".length()
                + "What is this?".length() * 2);
  }

  @Test
  void aKnownPictureIsBlocked_andItsPlaceIsNamed() throws IOException {
    features = List.of(known(picture(1), Disposition.ILLEGAL));
    var call = asked(pictured(picture(1)));
    assertThat(call.status()).isEqualTo(400);
    assertThat(call.json().at("/error/code").asString()).isEqualTo("content_policy_violation");
    assertThat(call.json().at("/error/param").asString()).isEqualTo("messages[0].content[0]");
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("BLOCKED_INPUT");
  }

  @Test
  void aHeldPicture_passesOnceItIsReleased_andABlockedOneNeverDoes() throws IOException {
    features = List.of(known(picture(1), Disposition.REVIEW));
    var held = asked(pictured(picture(1)));
    assertThat(held.json().at("/error/code").asString()).isEqualTo("content_held");
    assertThat(journal.closed().path("held").asString()).isEqualTo("attachment-1");
    released = picture(1);
    assertThat(asked(pictured(picture(1))).status()).isEqualTo(200);
    assertThat(Json.text(journal.closed())).contains("released in review exchange-0");
    features = List.of(known(picture(1), Disposition.ILLEGAL));
    assertThat(asked(pictured(picture(1))).status()).isEqualTo(400);
  }

  @Test
  void aPictureThatCannotBeDecoded_doesNotGoIn_whateverThePoolHolds() throws IOException {
    features = List.of();
    var broken = picture(1);
    Arrays.fill(broken, 60, broken.length, (byte) 7);
    var call = asked(pictured(broken));
    assertThat(call.status()).isEqualTo(400);
    assertThat(call.json().at("/error/code").asString()).isEqualTo("unreadable_media");
    assertThat(forwarded.isEmpty()).isTrue();
  }

  @Test
  void whatNobodyReviews_doesNotGoIn() {
    for (var part :
        List.of(
            "{\"type\":\"text\",\"text\":\"hi\",\"image\":\"https://images.example.com/x.png\"}",
            "{\"type\":\"text\",\"text\":\"hi\",\"video_url\":{\"url\":\"https://x.example/\"}}",
            "{\"type\":\"file\",\"file\":{\"file_id\":\"f\"}}",
            "{\"type\":\"video_url\",\"video_url\":{\"url\":\"data:video/mp4;base64,AAAA\"}}",
            "{\"image_url\":{\"url\":\"data:image/png;base64,AAAA\"}}",
            "{\"type\":\"image_url\",\"image_url\":\"data:image/png;base64,AAAA\"}",
            "{\"type\":\"image_url\",\"image_url\":{\"url\":\"http://169.254.169.254/latest\"}}",
            "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:text/plain;base64,aGVsbG8=\"}}",
            "{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"AAAA\",\"format\":\"wav\"}}")) {
      var call = asked("[" + part + "]");
      assertThat(call.status()).as(part).isEqualTo(400);
      assertThat(call.json().at("/error/param").asString()).isEqualTo("messages[0].content[0]");
      assertThat(call.json().at("/error/message").asString()).contains("messages[0].content[0]");
    }
    assertThat(forwarded.isEmpty()).isTrue();
  }
}
