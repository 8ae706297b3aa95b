package io.assay.mark.aigc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.aigc.AigcReading.Deviation;
import io.assay.mark.aigc.AigcReading.Rule;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AigcReaderTest {
  private static final String PRODUCER = "00119144030008867405X210001";
  private static final AigcLabel LABEL = AigcLabel.produced(PRODUCER, "id-1");

  @Test
  void readsWhatItWrites() {
    AigcReading reading = AigcReader.read(LABEL.json());
    assertThat(reading.label()).contains(LABEL);
    assertThat(reading.deviations()).isEmpty();
  }

  @Property(tries = 300)
  void keepsEveryValueThatAnnexEAllows(
      @ForAll @StringLength(min = 1, max = 40) @CharRange(from = '!', to = '[') String id) {
    AigcLabel label = AigcLabel.produced(PRODUCER, id);
    assertThat(label.json()).matches("[\\x21-\\x7e]*");
    assertThat(AigcReader.read(label.json()).label()).contains(label);
  }

  @Test
  void refusesToWriteWhatAnnexEForbids() {
    for (String value : new String[] {"腾讯云", "two words", "back\\slash", "tab\t"}) {
      assertThatThrownBy(() -> AigcLabel.produced(value, "id"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Annex E j)");
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          {"AIGC":%s}                     | aigc.wrapped
          {"AIGC":{"AIGC":%s}}            | aigc.wrapped
          TC260:AIGC=%s                   |
          AIGC%s                          |
          """)
  void readsTheFormsThatToolsWrite(String form, String rule) {
    AigcReading reading = AigcReader.read(form.formatted(LABEL.json()));
    assertThat(reading.label()).contains(LABEL);
    assertThat(reading.deviations().stream().map(d -> d.rule().id()).distinct())
        .isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @Test
  void readsEntitiesThatWereEscapedTwice() {
    assertThat(AigcReader.read(LABEL.json().replace("\"", "&quot;")).label()).contains(LABEL);
  }

  @Test
  void readsATrailingComma() {
    AigcReading reading = AigcReader.read(LABEL.json().replace("}", ",}"));
    assertThat(reading.label()).contains(LABEL);
    assertThat(reading.deviations())
        .extracting(Deviation::rule)
        .containsExactly(Rule.TRAILING_COMMA);
  }

  @Test
  void explainsKeysThatNearlyMatch() {
    AigcReading reading =
        AigcReader.read(
            """
            {"Label":1,"ContentProducer":"a","ProduceID":"b","ReserveCode1":"","Propagator":"c",
             "PropatorID":"d","ReservedCode2":""}""");
    assertThat(reading.label()).isEmpty();
    assertThat(reading.fields())
        .containsEntry("ReservedCode1", "")
        .containsEntry("ContentPropagator", "c")
        .containsEntry("PropagateID", "d");
    assertThat(reading.deviations())
        .extracting(Deviation::detail)
        .contains(
            "ReserveCode1 should be ReservedCode1",
            "Propagator should be ContentPropagator",
            "PropatorID should be PropagateID",
            "Label must be a string");
  }

  @Test
  void readsAnotherSchemaAsFarAsItGoes() {
    AigcReading reading =
        AigcReader.read("{\"AIGC\":{\"ServiceProvider\":\"腾讯云\",\"ContentId\":\"7\"}}");
    assertThat(reading.fields())
        .containsEntry("ContentProducer", "腾讯云")
        .containsEntry("ProduceID", "7");
    assertThat(reading.deviations()).extracting(Deviation::rule).contains(Rule.FOREIGN_SCHEMA);
  }

  @Test
  void saysWhatIsWrong_whenTheTextIsNoLabel() {
    assertThat(AigcReader.recognises("{\"Width\":100}")).isFalse();
    assertThat(AigcReader.read("not json").deviations())
        .extracting(Deviation::rule)
        .containsExactly(Rule.NOT_JSON);
    assertThat(AigcReader.read("[".repeat(10_000)).deviations())
        .extracting(Deviation::rule)
        .containsExactly(Rule.NOT_JSON);
  }
}
