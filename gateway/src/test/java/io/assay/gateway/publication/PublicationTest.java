package io.assay.gateway.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.Calls;
import io.assay.gateway.Calls.Call;
import io.assay.gateway.Calls.MemoryJournal;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.access.Standing;
import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.exchange.Review;
import io.assay.gateway.exchange.ReviewOpinions;
import io.assay.gateway.exchange.Way;
import io.assay.gateway.label.MediaLabel;
import io.assay.gateway.label.Sealing;
import io.assay.gateway.publication.PublicationDesk.Search;
import io.assay.review.Reviewer;
import io.assay.review.pool.StarterPool;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicationTest {
  private static final Reviewer REVIEWER = Reviewer.of(StarterPool.load());
  private static final String STATEMENT = "内容由AI生成";
  private static final String TEXT = "{\"title\":\"A note\",\"text\":\"First line.\\nSecond.\"}";

  private final MemoryDesk desk = new MemoryDesk();
  private final MemoryJournal journal = new MemoryJournal();

  @Test
  void publishesNewText_withBothLabels() {
    var call = call(TEXT, new Standing.Good());

    assertThat(call.status()).isEqualTo(201);
    assertThat(call.json().path("status").asString()).isEqualTo("published");
    assertThat(call.json().path("url").asString()).isEqualTo("https://office/p/p1");
    var work = desk.entered.getFirst();
    assertThat(work.text()).startsWith(STATEMENT).contains("First line.");
    assertThat(new String(work.file(), StandardCharsets.UTF_8))
        .contains(STATEMENT, "AIGC", "exchange-1", "<p>Second.</p>");
    assertThat(work.labels()).extracting("kind").contains("EXPLICIT", "IMPLICIT");
    assertThat(desk.opened).containsExactly("exchange-1");
    assertThat(journal.closed().path("exit").asString()).isEqualTo("publication");
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("DELIVERED");
  }

  @Test
  void refusesTheUnverified_inBothGates() {
    for (var standing :
        List.of(new Standing.Unverified("https://v"), new Standing.Trial("https://v"))) {
      var call = call(TEXT, standing);
      assertThat(call.status()).isEqualTo(403);
      assertThat(call.json().path("error").path("verify_url").asString()).isEqualTo("https://v");
    }
    assertThat(desk.entered).isEmpty();
    assertThat(journal.entries).hasSize(2);
  }

  @Test
  void blocksWhatTheReviewBlocks_beforeAnythingIsEntered() {
    var blocked = "{\"title\":\"t\",\"text\":\"" + StarterPool.CHINESE_MARKER + "\"}";
    assertThat(call(blocked, new Standing.Good()).status()).isEqualTo(400);
    assertThat(desk.entered).isEmpty();
  }

  @Test
  void refusesWhatTheDeskRefuses_andSaysWhy() {
    desk.ruling = new Ruling.Refuse("news_unit_unknown", "No such unit.");
    var call = call(TEXT, new Standing.Good());
    assertThat(call.status()).isEqualTo(400);
    assertThat(call.json().path("error").path("code").asString()).isEqualTo("news_unit_unknown");
    assertThat(desk.entered).isEmpty();
  }

  @Test
  void entersWhatAPersonLooksAt_withoutOpeningIt() {
    desk.ruling = new Ruling.Hold("news_form", "It looks like news.");
    var call = call(TEXT, new Standing.Good());
    assertThat(call.status()).isEqualTo(202);
    assertThat(call.json().path("error").path("publication").asString()).isEqualTo("p1");
    assertThat(desk.entered).hasSize(1);
    assertThat(desk.opened).isEmpty();
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("REFUSED");
  }

  @Test
  void takesDeliveredText_onlyWordForWord() {
    desk.search =
        new Search.Found(
            new Delivered(
                "exchange-0",
                "exchange-0",
                "text",
                (STATEMENT + "\n\nFirst line.\nSecond.").getBytes(StandardCharsets.UTF_8),
                "",
                List.of()));
    assertThat(call(withContent("First line.\\nSecond."), new Standing.Good()).status())
        .isEqualTo(201);
    assertThat(desk.entered.getFirst().produceId()).isEqualTo("exchange-0");
    var changed = call(withContent("First line, changed."), new Standing.Good());
    assertThat(changed.json().path("error").path("code").asString()).isEqualTo("content_differs");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(call("{\"title\":\"t\"}", new Standing.Good()).status()).isEqualTo(400);
    assertThat(call("{\"text\":\"t\"}", new Standing.Good()).status()).isEqualTo(400);
    assertThat(
            call("{\"title\":\"t\",\"content\":\"x\"}", new Standing.Good())
                .json()
                .path("error")
                .path("code")
                .asString())
        .isEqualTo("content_unknown");
  }

  private static String withContent(String text) {
    return "{\"title\":\"t\",\"content\":\"exchange-0\",\"text\":\"" + text + "\"}";
  }

  private Call call(String body, Standing standing) {
    var call = new Call(PublicationEndpoint.PATH, Calls.KEY, body);
    var recorder = new Recorder(journal);
    var config = LabelConfig.defaults();
    var media = new MediaLabel(config, new Sealing(Optional.empty(), Optional.empty()), 1 << 20);
    try (var snapshots =
        new Snapshots(Calls.registers(standing), Duration.ofMinutes(1), snapshot -> {})) {
      var opinions = new ReviewOpinions(List.of(), InstantSource.system());
      var review = new Review(REVIEWER, opinions, snapshots);
      new Way(snapshots, review, recorder, 1 << 20, InstantSource.system())
          .walk(call, new PublicationEndpoint(desk, review, recorder, snapshots, media, config));
    }
    return call;
  }
}
