package io.assay.mark.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.MarkException;
import io.assay.mark.bmff.Box;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.c2pa.validation.ValidationReport;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Movies bound block by block, against our reader and the c2pa-rs engine. */
class BlockBoundMovieTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final int BLOCK = 512;

  @TempDir static Path folder;
  private static DevelopmentPki pki;
  private static byte[] sealed;
  private static Box media;

  @BeforeAll
  static void seal() {
    pki = DevelopmentPki.openOrCreate(folder.resolve("pki"), CLOCK);
    sealed = seal("sample.mp4", BLOCK);
    media = Box.first(Box.top(Source.of(sealed)), "mdat").orElseThrow();
  }

  private static byte[] seal(String name, long block) {
    ManifestRequest request = ManifestRequest.created("A movie", "Assay", "1.0");
    return C2pa.embedBlockBound(Samples.read(name), Format.MP4, request, pki.signer(), block)
        .bytes();
  }

  private static ValidationReport validate(byte[] file) {
    return C2pa.validate(Source.of(file), pki.trustAnchors(), CLOCK).orElseThrow();
  }

  private static byte[] flipped(long at) {
    byte[] bytes = sealed.clone();
    bytes[(int) at] ^= 1;
    return bytes;
  }

  @Test
  void keepsAHashForEveryBlock() {
    Cbor.Fields tree =
        C2pa.read(Source.of(sealed))
            .orElseThrow()
            .active()
            .assertion("c2pa.hash.bmff.v3")
            .orElseThrow()
            .list("merkle")
            .getFirst()
            .asFields();
    long blocks = Math.ceilDiv(media.whole().length() - 16, BLOCK);
    assertThat(blocks).isGreaterThan(3);
    assertThat(tree.require("count").asLong()).isEqualTo(blocks);
    assertThat(tree.list("hashes")).hasSize((int) blocks);
    assertThat(tree.require("fixedBlockSize").asLong()).isEqualTo(BLOCK);
  }

  @Test
  void isTrusted_withBlocksOfAnySize() {
    for (long block : new long[] {2, 100, 512, 1 << 20}) {
      ValidationReport report = validate(seal("sample.mp4", block));
      assertThat(report.failures()).isEmpty();
      assertThat(report.state()).isEqualTo(ValidationReport.State.TRUSTED);
    }
  }

  @Test
  void everyChangedByteIsFound() {
    long end = media.whole().end();
    for (long at : List.of(media.whole().at() + 9, media.whole().at() + 16, end - 1, end + 40)) {
      if (at < sealed.length) {
        assertThat(validate(flipped(at)).has(StatusCode.ASSERTION_BMFF_HASH_MISMATCH)).isTrue();
      }
    }
  }

  @Test
  void refusesOtherFormatsAndImpossibleBlocks() {
    ManifestRequest request = ManifestRequest.created("A picture", "Assay", "1.0");
    assertThatThrownBy(
            () ->
                C2pa.embedBlockBound(
                    Samples.read("sample.png"), Format.PNG, request, pki.signer(), BLOCK))
        .isInstanceOf(MarkException.class);
    assertThatThrownBy(() -> seal("sample.mp4", 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theEngineTrustsThemToo_andNotAChangedOne() throws IOException {
    Map<Path, String> asked = new LinkedHashMap<>();
    asked.put(Files.write(folder.resolve("sealed.mp4"), sealed), "video/mp4");
    asked.put(
        Files.write(folder.resolve("one block.mp4"), seal("sample.mp4", 1 << 20)), "video/mp4");
    asked.put(
        Files.write(folder.resolve("sealed.mov"), seal("sample.mov", 700)), "video/quicktime");
    byte[] changed = flipped(media.whole().end() - 1);
    asked.put(Files.write(folder.resolve("changed.mp4"), changed), "video/mp4");
    List<ReferenceEngine.Verdict> verdicts =
        ReferenceEngine.validate(asked, Files.readString(folder.resolve("pki/root.pem")));
    assertThat(verdicts.subList(0, 3))
        .allSatisfy(verdict -> assertThat(verdict.state()).as(verdict.json()).isEqualTo("Trusted"));
    assertThat(verdicts.getLast().state()).as(verdicts.getLast().json()).isEqualTo("Invalid");
  }
}
