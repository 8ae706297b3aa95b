package io.assay.mark.aigc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProviderCodeTest {
  private static final String USCC = "9144030008867405X2";

  @Test
  void putsTheTwentySevenCharactersTogether() {
    ProviderCode code = ProviderCode.of(USCC, ProviderCode.Service.GENERATE, "0001");
    assertThat(code.value()).hasSize(27).isEqualTo("00119144030008867405X210001");
    assertThat(code.uscc()).isEqualTo(USCC);
  }

  @Test
  void refusesACreditCodeWhoseCheckCharacterIsWrong() {
    assertThatThrownBy(() -> new ProviderCode("00119144030008867405X310001"))
        .hasMessageContaining("9144030008867405X3 fails its check character");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(ProviderCode.fault("short")).hasValueSatisfying(f -> assertThat(f).contains("27"));
    assertThat(ProviderCode.fault("9".repeat(27)))
        .hasValueSatisfying(f -> assertThat(f).contains("0011"));
    assertThat(ProviderCode.fault("00119144030008867405X270001"))
        .hasValueSatisfying(f -> assertThat(f).contains("23rd"));
    assertThat(ProviderCode.fault("001191110102MACQD9K64010000")).isEmpty();
  }
}
