package io.assay.gateway.chat;

import io.assay.gateway.Calls;
import io.assay.gateway.Calls.Call;
import io.assay.gateway.Calls.MemoryJournal;
import io.assay.gateway.access.Release;
import io.assay.gateway.access.Snapshot;
import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.access.Standing;
import io.assay.gateway.attachment.Attachments;
import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.decode.Pictures;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.exchange.ReleasedAnswers;
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
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Disposition;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.Rule;
import io.assay.review.image.Pdq;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Walks chat exchanges in memory, over an upstream that a test directs. */
abstract class ChatScript {
  static final String BAD = "违禁标记词";
  static final String ODD = "待查标记词";
  static final String STATEMENT = "内容由AI生成\n\n";

  final MemoryJournal journal = new MemoryJournal();
  List<Feature> features =
      List.of(
          Feature.keyword("bad", BAD, Category.of("I.11")),
          Feature.of(
              "odd",
              new Characteristic.Keyword(ODD),
              Rule.of(Category.of("I.11")).with(Disposition.REVIEW)));
  List<String> events = List.of();
  String answer = "";
  String content = "\"hi\"";
  ObjectNode forwarded = Json.object();
  byte[] released = {};
  Optional<Release.Answer> kept = Optional.empty();
  Effect lifted = Effect.HOLD;

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

  Call call(String more, Standing standing) {
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

  Call call(String more) {
    return call(more, new Standing.Good());
  }

  /** Registers in which a reviewer has released what the test has put down. */
  SnapshotSource registers(Standing standing) {
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
            snapshot.reminding(),
            Set.of());
    return Calls.holding(with);
  }

  Call stream(String... deltas) {
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

  static String delta(int choice, String fields) {
    return "{\"index\":" + choice + ",\"delta\":{" + fields + "},\"finish_reason\":null}";
  }

  static String text(Call call, int choice, String field) {
    return call.chunks().stream()
        .flatMap(chunk -> chunk.path("choices").valueStream())
        .filter(each -> each.path("index").asInt() == choice)
        .map(each -> each.path("delta").path(field).asString(""))
        .collect(Collectors.joining());
  }

  static List<String> steps(JsonNode closed) {
    return closed
        .path("steps")
        .valueStream()
        .map(step -> step.path("name").asString() + " " + step.path("decision").asString())
        .toList();
  }

  static byte[] picture(int seed) throws IOException {
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

  static String pictured(byte[] file) {
    return "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/x;base64,"
        + Base64.getEncoder().encodeToString(file)
        + "\",\"detail\":\"low\"}},{\"type\":\"text\",\"text\":\"What is this?\"}]";
  }

  static Feature known(byte[] file, Disposition disposition) {
    var hash = Pdq.of(Pictures.luma(file).orElseThrow()).hash().toString();
    return Feature.of(
        "known-picture",
        new PerceptualHash(PerceptualHash.Medium.IMAGE, hash, 31),
        Rule.of(Category.of("I.11")).with(disposition));
  }

  Call asked(String parts) {
    answer = "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"x\"}}]}";
    content = parts;
    return call("");
  }
}
