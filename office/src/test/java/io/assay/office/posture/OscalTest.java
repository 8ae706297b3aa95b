package io.assay.office.posture;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.assay.office.OfficeConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The exported posture is what the published schema of OSCAL asks for. */
class OscalTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant NOW = Instant.parse("2026-11-21T04:00:00.123456Z");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(resource("/golden/oscal/oscal_assessment-results_schema.json"));

  @Test
  void everyStatusIsValid_inBothLanguages() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      String json = JSON.writeValueAsString(oscal().document(articles(), NOW, language));
      assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void theSchemaRefusesWhatIsLeftOut() {
    String json = JSON.writeValueAsString(oscal().document(articles(), NOW, Locale.ENGLISH));
    assertThat(SCHEMA.validate(json.replace("\"uuid\"", "\"other\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void onlyWhatIsShownToBeMet_isSatisfied() {
    JsonNode result = result();
    assertThat(states(result, "C10-1")).isEqualTo("satisfied pass");
    assertThat(states(result, "C12-2")).isEqualTo("satisfied pass");
    assertThat(states(result, "C16-1")).isEqualTo("not-satisfied fail");
    assertThat(states(result, "C09-2")).isEqualTo("not-satisfied other");
    assertThat(states(result, "C11-1")).isEqualTo("not-satisfied other");
  }

  @Test
  void aControlWithoutResult_isAFindingWithoutObservation() {
    JsonNode result = result();
    JsonNode finding =
        result
            .path("findings")
            .valueStream()
            .filter(it -> it.at("/target/target-id").asString().equals("C11-1"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.has("related-observations")).isFalse();
    assertThat(result.path("observations").size()).isEqualTo(4);
    assertThat(result.path("findings").size()).isEqualTo(5);
  }

  @Test
  void theSameResults_bearTheSameIdentifiers() {
    assertThat(result()).isEqualTo(result());
    assertThat(NamedUuid.of("https://example.com/"))
        .isEqualTo("dd2c1780-811a-5296-81c5-178a0ef488bc");
  }

  private static JsonNode result() {
    return JSON.<JsonNode>valueToTree(oscal().document(articles(), NOW, Locale.ENGLISH))
        .at("/assessment-results/results/0");
  }

  private static String states(JsonNode result, String control) {
    return result
        .path("findings")
        .valueStream()
        .map(it -> it.path("target"))
        .filter(it -> it.path("target-id").asString().equals(control))
        .map(it -> it.path("status"))
        .map(it -> it.path("state").asString() + " " + it.path("reason").asString())
        .findFirst()
        .orElseThrow();
  }

  private static List<Article> articles() {
    return List.of(
        new Article(9, List.of(standing("C09-2", Status.STALE))),
        new Article(10, List.of(standing("C10-1", Status.PASS))),
        new Article(
            11, List.of(new Standing(Controls.find("C11-1").orElseThrow(), Optional.empty()))),
        new Article(12, List.of(standing("C12-2", Status.DUE_SOON))),
        new Article(16, List.of(standing("C16-1", Status.FAIL))));
  }

  private static Standing standing(String id, Status status) {
    Control control = Controls.find(id).orElseThrow();
    return new Standing(
        control,
        Optional.of(
            new ControlResult(
                id,
                NOW,
                NOW.minus(control.window()),
                1,
                2,
                0,
                NOW,
                status,
                control.querySha256(),
                -1,
                "office.example/test",
                id.hashCode(),
                false)));
  }

  private static Oscal oscal() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("i18n.posture");
    messages.setDefaultEncoding("UTF-8");
    return new Oscal(messages, OfficeConfig.defaults());
  }

  private static String resource(String name) {
    try (InputStream in = OscalTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
