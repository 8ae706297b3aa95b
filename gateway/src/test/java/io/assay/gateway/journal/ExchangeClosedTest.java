package io.assay.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExchangeClosedTest {
  private static final Measure PICTURE = new Measure("image", 12, "abc");

  private static Map<String, Object> body(List<OutputRecord> outputs, List<String> held) {
    return new ExchangeClosed(
            "ex",
            new Origin("", "", "", "", "", ""),
            false,
            Outcome.HELD,
            "",
            "",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            outputs,
            Reviewed.NOTHING,
            held,
            "",
            "")
        .body();
  }

  @Test
  void oneOutputAndOneHeldFile_areWrittenAsEverBefore() {
    assertThat(body(OutputRecord.whole(PICTURE), List.of("attachment-1")))
        .containsEntry("output", Map.of("media", "image", "bytes", 12L, "commitment", "abc"))
        .containsEntry("held", "attachment-1")
        .doesNotContainKeys("outputs", "also_held");
    assertThat(body(List.of(), List.of()))
        .containsEntry("output", Measure.NOTHING.body())
        .doesNotContainKey("held");
  }

  @Test
  void severalAreListed_besideTheFirst() {
    var outputs =
        List.of(
            new OutputRecord(OutputRecord.field(1), "data[0]", PICTURE),
            new OutputRecord(OutputRecord.field(2), "data[1]", PICTURE));
    var body = body(outputs, List.of("attachment-1", "attachment-3"));
    assertThat(body)
        .containsEntry("output", PICTURE.body())
        .containsEntry("held", "attachment-1")
        .containsEntry("also_held", List.of("attachment-3"));
    assertThat(body.get("outputs"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
        .extracting(it -> it.get("field"))
        .containsExactly("output", "output-2");
  }
}
