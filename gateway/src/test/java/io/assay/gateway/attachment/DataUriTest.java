package io.assay.gateway.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.exchange.Result;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class DataUriTest {
  private static final int LIMIT = 200;

  @Property(tries = 300)
  void givesBackEveryFileWithinTheLimit(@ForAll @Size(min = 1, max = LIMIT) byte[] file) {
    assertThat(DataUri.read(uri(file), "w", LIMIT))
        .isInstanceOfSatisfying(Result.Ok.class, ok -> assertThat(ok.value()).isEqualTo(file));
  }

  @Property(tries = 100)
  void refusesEveryFileAboveTheLimit(@ForAll @Size(min = LIMIT + 1, max = 400) byte[] file) {
    assertThat(code(DataUri.read(uri(file), "w", LIMIT))).isEqualTo("file_too_large");
  }

  @Property(tries = 1_000)
  void anyTextIsReadOrRefused_andWhatIsReadIsExactlyWhatItSays(
      @ForAll @StringLength(max = 60) @CharRange(from = ' ', to = 'ÿ') String text) {
    var uri = "data:" + text;
    if (DataUri.read(uri, "w", LIMIT) instanceof Result.Ok<byte[]>(var bytes)) {
      var comma = uri.indexOf(',');
      assertThat(Base64.getEncoder().withoutPadding().encodeToString(bytes))
          .isEqualTo(uri.substring(comma + 1).replaceAll("=+$", ""));
      assertThat(uri.substring(0, comma)).endsWithIgnoringCase(";base64");
    }
  }

  @Property(tries = 300)
  void oneStrayCharacterIsRefused(
      @ForAll @Size(min = 3, max = 60) byte[] file,
      @ForAll @CharRange(from = '\u0000', to = '*') char stray) {
    var whole = uri(file);
    var broken =
        whole.substring(0, whole.length() - 1) + stray + whole.substring(whole.length() - 1);
    assertThat(code(DataUri.read(broken, "w", LIMIT))).isEqualTo("invalid_file");
  }

  private static String uri(byte[] file) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(file);
  }

  private static String code(Result<byte[]> result) {
    return result instanceof Result.Refused<byte[]>(var refusal) ? refusal.code() : "";
  }
}
