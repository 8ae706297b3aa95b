package io.assay.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.gateway.config.LabelConfig.TextPlace;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static GatewayConfig parse(String yaml) {
    return Settings.parse(yaml, GatewayConfig.class, Map.of("KEY", "secret: \"x\""));
  }

  @Test
  void takesDefaults_whenTheFileIsEmptyOrCommentsOnly() {
    assertThat(parse("")).isEqualTo(GatewayConfig.defaults());
    assertThat(parse("# upstreams:\n#   - name: ${NOT_SET}\n")).isEqualTo(GatewayConfig.defaults());
  }

  @Test
  void bindsEveryKindOfValue() {
    var config =
        parse(
            """
            upstreams:
              - name: main
                baseUrl: https://models.example.com/v1
                apiKey: '${KEY}'
                models: ['qwen-*', 'exact']
            labels:
              text: both
            limits:
              requestBytes: 1000
              upstreamTimeout: PT5S
            """);
    var upstream = config.upstreams().getFirst();
    assertThat(upstream.apiKey()).isEqualTo("secret: \"x\"");
    assertThat(upstream.serves("qwen-max")).isTrue();
    assertThat(upstream.serves("exact")).isTrue();
    assertThat(upstream.serves("exactly")).isFalse();
    assertThat(config.labels().text()).isEqualTo(TextPlace.BOTH);
    assertThat(config.limits().requestBytes()).isEqualTo(1000);
    assertThat(config.limits().upstreamTimeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void namesTheNearestKey_whenAKeyIsUnknown() {
    assertThatThrownBy(() -> parse("labels:\n  contentProduser: X\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("unknown key 'labels.contentProduser'")
        .hasMessageContaining("did you mean 'contentProducer'?");
  }

  @Test
  void namesTheVariable_whenItIsNotSet() {
    assertThatThrownBy(() -> parse("publicUrl: ${NO_SUCH}\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("NO_SUCH is not set");
  }

  @Test
  void refusesAnUpstream_withoutAnAddress() {
    assertThatThrownBy(() -> parse("upstreams:\n  - name: main\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("needs a baseUrl");
  }

  @Test
  void refusesABound_thatIsNotPositive() {
    assertThatThrownBy(() -> parse("limits:\n  requestBytes: 0\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("requestBytes is 0");
  }
}
