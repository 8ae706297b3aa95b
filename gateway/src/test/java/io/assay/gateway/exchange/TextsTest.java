package io.assay.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.http.Json;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void findsEveryText_inFieldsKnownAndUnknown() {
    var texts =
        Texts.of(
            Json.read(
                """
                {"model":"m","messages":[
                   {"role":"user","content":"one"},
                   {"role":"user","content":[{"type":"text","text":"two "},{"type":"text","text":"three"}]},
                   {"role":"assistant","tool_calls":[{"function":{"name":"f","arguments":"{\\"q\\":\\"four\\"}"}}]}],
                 "metadata":{"five":"six"},"new_field":{"deep":["seven"]},"stop":"eight"}
                """));
    assertThat(texts)
        .contains(
            new Carried("messages[0].content", "one"),
            new Carried("messages[1].content", "two three"),
            new Carried("messages[1].content[1].text", "three"),
            new Carried("messages[2].tool_calls[0].function.arguments", "{\"q\":\"four\"}"),
            new Carried("metadata", "{\"five\":\"six\"}"),
            new Carried("new_field", "{\"deep\":[\"seven\"]}"),
            new Carried("stop", "eight"));
  }

  @Test
  void leavesOutEncodedPictures() {
    assertThat(Texts.of(Json.read("{\"data\":[{\"b64_json\":\"AAAA\",\"revised_prompt\":\"p\"}]}")))
        .containsExactly(new Carried("data[0].revised_prompt", "p"));
  }
}
