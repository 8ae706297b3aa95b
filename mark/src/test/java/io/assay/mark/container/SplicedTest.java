package io.assay.mark.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.MarkException;
import java.io.ByteArrayOutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplicedTest {
  @Property(tries = 300)
  void readsWhatApplyingTheSplicesByHandGives(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] original = new byte[random.nextInt(200)];
    random.nextBytes(original);
    List<Splice> splices = new ArrayList<>();
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    int at = 0;
    while (at <= original.length && splices.size() < 8) {
      int keep = Math.min(random.nextInt(20), original.length - at);
      expected.write(original, at, keep);
      at += keep;
      int remove = Math.min(random.nextInt(3) * random.nextInt(10), original.length - at);
      byte[] insert = new byte[random.nextInt(3) * random.nextInt(10)];
      random.nextBytes(insert);
      splices.add(new Splice(at, remove, insert));
      expected.writeBytes(insert);
      at += remove;
    }
    expected.write(original, at, original.length - at);
    Spliced spliced = new Spliced(Source.of(original), splices);
    assertThat(spliced.bytes()).isEqualTo(expected.toByteArray());
    for (int i = 0; i < spliced.length(); i++) {
      assertThat((byte) spliced.u8(i)).isEqualTo(expected.toByteArray()[i]);
    }
    for (int i = 0; i < splices.size(); i++) {
      assertThat(spliced.matches(spliced.start(i), splices.get(i).insert())).isTrue();
    }
  }

  @Test
  void positionFollowsABytePastTheEdits() {
    Spliced spliced =
        new Spliced(
            Source.of("abcdef".getBytes(UTF_8)),
            List.of(Splice.insert(1, "XY".getBytes(UTF_8)), Splice.remove(3, 1)));
    assertThat(new String(spliced.bytes(), UTF_8)).isEqualTo("aXYbcef");
    assertThat(spliced.position(1)).isEqualTo(3);
    assertThat(spliced.position(4)).isEqualTo(5);
    assertThat(spliced.position(6)).isEqualTo(7);
  }

  @Test
  void refusesSplicesThatOverlap() {
    Source source = Source.of(new byte[10]);
    assertThatThrownBy(() -> new Spliced(source, List.of(Splice.remove(0, 5), Splice.remove(4, 2))))
        .isInstanceOf(MarkException.class);
  }

  @Test
  void namesTheOffset_whenReadingPastTheEnd(@TempDir Path folder) throws Exception {
    Path path = Files.write(folder.resolve("ten"), new byte[10]);
    try (FileSource source = Source.open(path)) {
      assertThatThrownBy(() -> source.u32be(8))
          .isInstanceOfSatisfying(MarkException.class, e -> assertThat(e.offset()).hasValue(8));
    }
  }

  @Test
  void readsAFileLikeTheBytesInMemory(@TempDir Path folder) throws Exception {
    byte[] content = new byte[200_000];
    new Random(1).nextBytes(content);
    try (FileSource source = Source.open(Files.write(folder.resolve("big"), content))) {
      assertThat(source.bytes()).isEqualTo(content);
      assertThat(source.u8(150_000)).isEqualTo(content[150_000] & 0xff);
      assertThat(source.slice(70_000, 5).bytes())
          .isEqualTo(Arrays.copyOfRange(content, 70_000, 70_005));
    }
  }

  @Test
  void copiesLongRunsAndEditsOfAFile(@TempDir Path folder) throws Exception {
    byte[] content = new byte[400_000];
    new Random(1).nextBytes(content);
    List<Splice> splices =
        List.of(
            Splice.insert(0, new byte[] {1}),
            new Splice(200_000, 3, new byte[] {2, 3}),
            Splice.insert(200_010, new byte[] {4}),
            Splice.insert(400_000, new byte[] {5}));
    Path copy = folder.resolve("copy");
    try (FileSource source = Source.open(Files.write(folder.resolve("big"), content));
        FileChannel out =
            FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Spliced spliced = new Spliced(source, splices);
      spliced.copyTo(out, 0, spliced.length());
      spliced.slice(1, 100).copyTo(out, 10, 90);
    }
    byte[] expected = new Spliced(Source.of(content), splices).bytes();
    assertThat(Source.of(Files.readAllBytes(copy)).bytes(0, expected.length)).isEqualTo(expected);
    assertThat(Source.of(Files.readAllBytes(copy)).bytes(expected.length, 90))
        .isEqualTo(Arrays.copyOfRange(expected, 11, 101));
  }
}
