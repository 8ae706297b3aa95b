package io.assay.mark.bmff;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Source;
import io.assay.mark.container.Spliced;
import io.assay.mark.image.Xmp;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The places that other tools chose for the record; writing leaves one, in the usual place. */
class MovieReaderTest {
  private static final String OLD = "{\"Label\":\"1\",\"ProduceID\":\"old\"}";
  private static final Implicit NEW =
      new Implicit("{\"Label\":\"1\",\"ProduceID\":\"new\"}", Optional.empty());
  private static final byte[] XMP = HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] movie(byte[]... behindHeader) {
    return Box.build("moov", behindHeader);
  }

  private static Source file(byte[]... boxes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Box.build("ftyp", ascii("isom\0\0\0\0isom")));
    for (byte[] box : boxes) {
      out.writeBytes(box);
    }
    out.writeBytes(Box.build("mdat", new byte[8]));
    return Source.of(out.toByteArray());
  }

  private static byte[] tags(byte[]... items) {
    byte[] handler = ByteBuffer.allocate(25).position(8).put(ascii("mdirappl")).array();
    return Box.build("meta", new byte[4], Box.build("hdlr", handler), Box.build("ilst", items));
  }

  private static byte[] data(String text) {
    return Box.build("data", ByteBuffer.allocate(8).putInt(1).putInt(0).array(), ascii(text));
  }

  private static void readsAndReplaces(Source file) {
    assertThat(new MovieCarrier().read(file)).extracting(Found::value).containsExactly(OLD);
    Source written = new Spliced(file, new MovieCarrier().write(file, NEW));
    assertThat(new MovieCarrier().read(written))
        .extracting(Found::value)
        .containsExactly(NEW.json());
    assertThat(written.latin1(0, written.length())).doesNotContain("\"old\"");
  }

  @Test
  void findsNamedMetadataOfTheMovieHeader() {
    readsAndReplaces(file(movie(MovieMetadata.createForMovie(OLD))));
  }

  @Test
  void findsNamedMetadataOfUserData() {
    readsAndReplaces(file(movie(Box.build("udta", MovieMetadata.create(OLD)))));
  }

  @Test
  void findsAPlainBoxInUserData() {
    readsAndReplaces(file(movie(Box.build("udta", Box.build("AIGC", ascii(OLD))))));
  }

  @Test
  void findsItemsOfITunesTags() {
    readsAndReplaces(file(movie(Box.build("udta", tags(Box.build("AIGC", data(OLD)))))));
    byte[] free =
        Box.build(
            "----",
            Box.build("mean", new byte[4], ascii("com.example")),
            Box.build("name", new byte[4], ascii("AIGC")),
            data(OLD));
    readsAndReplaces(file(movie(Box.build("udta", tags(free)))));
  }

  @Test
  void findsXmp() {
    byte[] packet = Xmp.packet(new Implicit(OLD, Optional.empty()));
    Source file = file(movie(Box.build("mvhd", new byte[100])), Box.build("uuid", XMP, packet));

    assertThat(new MovieCarrier().read(file)).hasSize(1);
    Source written = new Spliced(file, new MovieCarrier().write(file, NEW));
    assertThat(new MovieCarrier().read(written))
        .extracting(Found::value)
        .containsExactly(NEW.json());
  }

  @Test
  void keepsOtherMetadata() {
    byte[] title = Box.build("\u00a9nam", data("A title"));
    Source file = file(movie(Box.build("udta", tags(title))));
    Source written = new Spliced(file, new MovieCarrier().write(file, NEW));

    assertThat(written.latin1(0, written.length())).contains("A title");
    assertThat(new MovieCarrier().read(written)).hasSize(1);
  }
}
