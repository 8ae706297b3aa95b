package io.assay.mark.aigc;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.aigc.AigcLabel.Attribution;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropagationTest {
  @ParameterizedTest
  @CsvSource({
    "IS_GENERATED, false, false, IS_GENERATED, AI生成",
    "IS_GENERATED, true, true, IS_GENERATED, AI生成",
    "MAY_BE_GENERATED, false, true, MAY_BE_GENERATED, 可能为AI生成",
    ", true, false, MAY_BE_GENERATED, 可能为AI生成",
    ", true, true, MAY_BE_GENERATED, 可能为AI生成",
    ", false, true, SUSPECTED, 疑似为AI生成",
    ", false, false, , "
  })
  void followsArticleSix(
      Attribution found, boolean declared, boolean traces, Attribution expected, String prompt) {
    Propagation propagation = Propagation.decide(Optional.ofNullable(found), declared, traces);
    assertThat(propagation.attribution()).isEqualTo(Optional.ofNullable(expected));
    assertThat(propagation.prompt()).isEqualTo(Optional.ofNullable(prompt));
  }

  @Test
  void keepsTheProducer_whenALabelWasFound() {
    AigcLabel found = AigcLabel.produced("maker", "1");
    AigcLabel written =
        Propagation.decide(Optional.of(found.label()), false, false)
            .label(Optional.of(found), "platform", "2")
            .orElseThrow();
    assertThat(written).isEqualTo(found.withPropagator("platform", "2"));
  }

  @Test
  void namesThePlatformAlone_whenTheUserDeclares() {
    AigcLabel written =
        Propagation.decide(Optional.empty(), true, false)
            .label(Optional.empty(), "platform", "2")
            .orElseThrow();
    assertThat(written.json())
        .isEqualTo(
            "{\"Label\":\"2\",\"ContentProducer\":\"\",\"ProduceID\":\"\",\"ReservedCode1\":\"\","
                + "\"ContentPropagator\":\"platform\",\"PropagateID\":\"2\",\"ReservedCode2\":\"\"}");
  }

  @Test
  void writesNothing_whenNothingSuggestsGeneration() {
    assertThat(
            Propagation.decide(Optional.empty(), false, false)
                .label(Optional.empty(), "platform", "2"))
        .isEmpty();
  }
}
