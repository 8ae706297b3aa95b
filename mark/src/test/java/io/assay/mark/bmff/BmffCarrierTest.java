package io.assay.mark.bmff;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Spliced;
import io.assay.mark.jxl.JxlCarrier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BmffCarrierTest {
  private static final Path MEDIA = Path.of("src/test/resources/media");
  private static final Implicit FIRST = label("one");
  private static final Implicit SECOND = label("two");

  @TempDir Path folder;

  private static Implicit label(String id) {
    return new Implicit(
        "{\"Label\":\"1\",\"ContentProducer\":\"001191110102MACQD9K64010000\",\"ProduceID\":\""
            + id
            + "\"}",
        Optional.empty());
  }

  private static Carrier carrier(String name) {
    if (name.endsWith("jxl")) {
      return new JxlCarrier();
    }
    return name.endsWith("heic") || name.endsWith("avif")
        ? new PictureCarrier()
        : new MovieCarrier();
  }

  private static Source write(String name, Source file, Implicit label) {
    return Source.of(new Spliced(file, carrier(name).write(file, label)).bytes());
  }

  private static Source read(String name) throws IOException {
    return Source.of(Files.readAllBytes(MEDIA.resolve(name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sample.mp4",
        "fragmented.mp4",
        "sample.mov",
        "sample.m4a",
        "sample.heic",
        "sample.avif",
        "sample.jxl"
      })
  void keepsOneRecordAndEveryByteOfTheWork(String name) throws IOException {
    Source original = read(name);
    Source once = write(name, original, FIRST);
    Source twice = write(name, once, SECOND);

    assertThat(carrier(name).read(original)).isEmpty();
    assertThat(carrier(name).read(once)).extracting(Found::value).containsExactly(FIRST.json());
    assertThat(carrier(name).read(twice)).extracting(Found::value).containsExactly(SECOND.json());
    assertThat(twice.latin1(0, twice.length()))
        .containsOnlyOnce("two")
        .doesNotContain("ProduceID\":\"one");
    assertThat(payload(name, twice)).isEqualTo(payload(name, original));
  }

  private static byte[] payload(String name, Source file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Range run : carrier(name).payload(file)) {
      out.writeBytes(file.bytes(run.at(), run.length()));
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sample.mp4",
        "fragmented.mp4",
        "sample.mov",
        "sample.m4a",
        "sample.heic",
        "sample.avif",
        "sample.jxl"
      })
  void otherToolsFindTheRecordAndDecodeTheSamePicture(String name) throws IOException {
    Path marked = folder.resolve(name);
    Files.write(marked, write(name, read(name), FIRST).bytes());

    assertThat(run("exiftool", "-a", "-u", "-G1", marked.toString()).toLowerCase(Locale.ROOT))
        .contains("aigc")
        .contains("001191110102macqd9k64010000");
    if (!name.endsWith("heic")) {
      assertThat(decode(marked)).isEqualTo(decode(MEDIA.resolve(name)));
    }
  }

  private static String decode(Path file) throws IOException {
    return run("ffmpeg", "-v", "error", "-i", file.toString(), "-f", "framemd5", "-");
  }

  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
