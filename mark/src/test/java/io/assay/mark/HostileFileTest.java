package io.assay.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.MarkException.Reason;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import io.assay.mark.image.PngChunks;
import io.assay.mark.riff.WavCarrier;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Files that are cut, corrupt or made to hurt: a typed error or a good answer, never anything else.
 */
class HostileFileTest {
  private static final int ROUNDS = 400;

  /** Reads and labels whatever is left of a file; only the library's own exception may come out. */
  private static void handle(byte[] bytes, String name) {
    try {
      Media media = Media.of(bytes, name);
      Inspector.standard().inspect(media);
      Marker.standard().mark(media, Golden.implicit()).bytes();
    } catch (MarkException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  @ParameterizedTest
  @FieldSource("io.assay.mark.Golden#CARRIERS")
  void survivesEveryCut(String name) {
    byte[] whole = Golden.bytes(name);
    Random random = new Random(name.hashCode());
    for (int i = 0; i < ROUNDS; i++) {
      int length = i < 40 ? Math.min(whole.length, i * 3) : random.nextInt(whole.length);
      handle(Arrays.copyOf(whole, length), name);
    }
  }

  @ParameterizedTest
  @FieldSource("io.assay.mark.Golden#CARRIERS")
  void survivesFlippedBytes(String name) {
    Random random = new Random(name.hashCode());
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = Golden.bytes(name);
      int reach = i % 2 == 0 ? Math.min(bytes.length, 600) : bytes.length;
      for (int flips = 0; flips < 1 + i % 6; flips++) {
        bytes[random.nextInt(reach)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt(256));
      }
      handle(bytes, name);
    }
  }

  @Test
  void namesTheOffsetOfAChunkLengthBomb() {
    byte[] png = Golden.bytes("sample.png");
    ByteBuffer.wrap(png).putInt(33, 0x7fffffff);
    assertThatThrownBy(() -> Inspector.standard().inspect(png))
        .isInstanceOfSatisfying(
            MarkException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.MALFORMED);
              assertThat(e.offset()).hasValue(33);
            });
  }

  @Test
  void stopsAtACompressedTextBomb() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes("AIGC\0\0".getBytes(StandardCharsets.US_ASCII));
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        out.write(zeros);
      }
    }
    byte[] png = Golden.bytes("sample.png");
    byte[] bomb = PngChunks.build("zTXt", packed.toByteArray());
    byte[] whole = new byte[png.length + bomb.length];
    System.arraycopy(png, 0, whole, 0, 33);
    System.arraycopy(bomb, 0, whole, 33, bomb.length);
    System.arraycopy(png, 33, whole, 33 + bomb.length, png.length - 33);
    assertThatThrownBy(() -> Inspector.standard().inspect(whole))
        .isInstanceOfSatisfying(
            MarkException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT));
  }

  @Test
  void stopsAtAZipBomb() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (String name : new String[] {"[Content_Types].xml", "_rels/.rels", "word/document.xml"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(new byte[32 << 20]);
      }
    }
    assertThatThrownBy(() -> Inspector.standard().inspect(packed.toByteArray()))
        .isInstanceOfSatisfying(
            MarkException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT));
  }

  @Test
  void opensNoEntityOfAHostileXmp() {
    String svg =
        "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b"
            + " \"&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg"
            + " xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9"
            + " 9\"><metadata>&x;&b;</metadata></svg>";
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    assertThat(Inspector.standard().inspect(bytes).findings()).isEmpty();
    assertThat(
            new String(
                Marker.standard().mark(Media.of(bytes), Golden.implicit()).bytes(),
                StandardCharsets.UTF_8))
        .contains("&x;&b;")
        .doesNotContain("root:");
  }

  @Test
  void stopsAtDeepNesting() {
    String glTf =
        "{\"asset\":{\"version\":\"2.0\"},\"extras\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    assertThatThrownBy(() -> Inspector.standard().inspect(glTf.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            MarkException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT));
  }

  @Test
  void leavesTheOriginalUntouched_whenItIsBroken(@TempDir Path folder) throws Exception {
    byte[] cut = Arrays.copyOf(Golden.bytes("sample.png"), 500);
    Path file = Files.write(folder.resolve("cut.png"), cut);
    assertThatThrownBy(() -> Marker.standard().mark(file, file, Golden.implicit()))
        .isInstanceOf(MarkException.class);
    assertThat(file).hasBinaryContent(cut);
    assertThat(folder.toFile().list()).containsExactly("cut.png");
  }

  @Test
  void handlesAnRf64FileOfFiveGibibytesInConstantMemory() {
    long samples = 5L << 30;
    Source file = new HugeWav(samples);
    Marked marked = Marker.standard().mark(new Media(file, Format.WAV), Golden.implicit());
    assertThat(marked.media().source().length()).isGreaterThan(samples);
    assertThat(new WavCarrier().read(marked.media().source())).hasSize(1);
  }

  /** An RF64 file that is too large to keep: a header, and silence. */
  private record HugeWav(byte[] header, long samples) implements Source {
    HugeWav(long samples) {
      this(header(samples), samples);
    }

    private static byte[] header(long samples) {
      ByteBuffer out = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
      out.put("RF64".getBytes(StandardCharsets.US_ASCII)).putInt(-1);
      out.put("WAVEds64".getBytes(StandardCharsets.US_ASCII)).putInt(28);
      out.putLong(72 + samples).putLong(samples).putLong(samples / 2).putInt(0);
      out.put("fmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
      out.putShort((short) 1).putShort((short) 1).putInt(48_000).putInt(96_000);
      out.putShort((short) 2).putShort((short) 16);
      return out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(-1).array();
    }

    @Override
    public long length() {
      return header.length + samples;
    }

    @Override
    public void read(long at, byte[] into, int offset, int count) {
      requireRange(at, count);
      for (int i = 0; i < count; i++) {
        into[offset + i] = at + i < header.length ? header[(int) (at + i)] : 0;
      }
    }
  }
}
