package io.assay.mark.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.Golden;
import io.assay.mark.LabelRequest;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import io.assay.mark.text.Json;
import io.assay.mark.text.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The JSON-LD that tells search engines how a page came about. */
class HtmlCarrierTest {
  private static final Pattern SCRIPT =
      Pattern.compile("<script type=\"application/ld\\+json\"[^>]*>(.*?)</script>");

  private static byte[] marked(byte[] page, LabelRequest request) {
    return Marker.standard().mark(Media.of(page, "a.html"), request).bytes();
  }

  private static List<String> scripts(byte[] page) {
    return SCRIPT
        .matcher(new String(page, StandardCharsets.UTF_8))
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static String read(byte[] page) {
    List<String> scripts = scripts(page);
    assertThat(scripts).hasSize(1);
    assertThat(JsonReader.read(scripts.getFirst())).isInstanceOf(Json.Struct.class);
    return scripts.getFirst();
  }

  @Test
  void isValidJson_andNamesTheSource() {
    assertThat(read(marked(Golden.bytes("sample.html"), Golden.implicit())))
        .isEqualTo(
            "{\"@context\":\"https://schema.org\",\"@type\":\"CreativeWork\",\"digitalSourceType\":"
                + "\"https://schema.org/TrainedAlgorithmicMediaDigitalSource\"}");
  }

  @Test
  void isReplaced_whenThePageIsMarkedAgain() {
    byte[] first = marked(Golden.bytes("sample.html"), Golden.implicit());
    LabelRequest composite =
        Golden.implicit().withDigitalSourceType(LabelRequest.COMPOSITE_WITH_TRAINED_MEDIA);
    assertThat(read(marked(first, composite)))
        .contains("CompositeWithTrainedAlgorithmicMediaDigitalSource");
  }

  @Test
  void leavesTheJsonLdOfOthersAlone() {
    String foreign = "<script type=\"application/ld+json\">{\"@type\":\"Article\"}</script>";
    byte[] page =
        ("<!DOCTYPE html><html><head>" + foreign + "</head><body>Hello</body></html>")
            .getBytes(StandardCharsets.UTF_8);
    byte[] marked = marked(page, Golden.implicit());
    assertThat(new String(marked, StandardCharsets.UTF_8)).contains(foreign);
    assertThat(scripts(marked)).hasSize(2).contains("{\"@type\":\"Article\"}");
  }
}
