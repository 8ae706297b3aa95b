package io.assay.mark.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManifestLabelTest {
  @Test
  void endsInNothingThatAPlayerTakesForAFrame() {
    assertThat(Stream.generate(ManifestLabel::random).limit(1_000))
        .doesNotHaveDuplicates()
        .allSatisfy(
            label ->
                assertThat(label)
                    .matches(
                        "urn:c2pa:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-.{12}")
                    .doesNotContainPattern("[0-9]{2}.{0,5}$"));
  }
}
