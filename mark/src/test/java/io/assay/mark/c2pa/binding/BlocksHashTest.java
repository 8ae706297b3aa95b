package io.assay.mark.c2pa.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.Golden;
import io.assay.mark.bmff.Box;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.StorePlan;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The forms of trees over media data that others write. */
class BlocksHashTest {
  private static final int BLOCK = 4096;
  private static final byte[] FILE = Golden.bytes("sample.mp4");

  private final Cbor.Fields written = assertion(FILE);
  private final Cbor.Fields tree = written.list("merkle").getFirst().asFields();
  private final MerkleTree full =
      MerkleTree.of(tree.list("hashes").stream().map(Cbor::asBytes).toList(), HashAlgorithm.SHA256);

  private static Cbor.Fields assertion(byte[] file) {
    return new BlocksHash(BLOCK)
        .assertion(
            Source.of(file), new StorePlan(List.of(), List.of()), Hashing.by(HashAlgorithm.SHA256));
  }

  private static StatusCode verify(byte[] file, Cbor.Fields assertion) {
    HardBinding.Bound bound =
        new HardBinding.Bound(Source.of(file), List.of(), Optional.of("sha256"));
    return new BmffHash().verify(bound, assertion).getLast().code();
  }

  private Cbor.Fields with(Cbor.Fields other) {
    return written.with("merkle", Cbor.list(other));
  }

  private Cbor.Fields inBlocksOf(long... sizes) {
    LinkedHashMap<Cbor, Cbor> entries = new LinkedHashMap<>(tree.entries());
    entries.remove(Cbor.of("fixedBlockSize"));
    List<Cbor> list = new ArrayList<>();
    for (long size : sizes) {
      list.add(Cbor.of(size));
    }
    return new Cbor.Fields(entries).with("variableBlockSizes", Cbor.list(list));
  }

  private static List<Cbor> row(List<byte[]> nodes) {
    return nodes.stream().<Cbor>map(Cbor::of).toList();
  }

  private long payload() {
    return Box.first(Box.top(Source.of(FILE)), "mdat").orElseThrow().whole().length() - 16;
  }

  @Test
  void matchesItsOwn_andNotWithAChangedByte() {
    assertThat(verify(FILE, written)).isEqualTo(StatusCode.ASSERTION_BMFF_HASH_MATCH);
    Range media = Box.first(Box.top(Source.of(FILE)), "mdat").orElseThrow().whole();
    for (long at : List.of(media.at() + 12, media.at() + 16, media.end() - 1)) {
      byte[] changed = FILE.clone();
      changed[(int) at] ^= 1;
      assertThat(verify(changed, written)).isEqualTo(StatusCode.ASSERTION_BMFF_HASH_MISMATCH);
    }
  }

  @Test
  void readsBlocksOfSeveralSizes() {
    long last = payload() - (full.rows().getFirst().size() - 1L) * BLOCK;
    long[] sizes = new long[full.rows().getFirst().size()];
    Arrays.fill(sizes, BLOCK);
    sizes[sizes.length - 1] = last;
    assertThat(verify(FILE, with(inBlocksOf(sizes))))
        .isEqualTo(StatusCode.ASSERTION_BMFF_HASH_MATCH);
    sizes[0]--;
    assertThat(verify(FILE, with(inBlocksOf(sizes))))
        .isEqualTo(StatusCode.ASSERTION_BMFF_HASH_MALFORMED);
    sizes[1]++;
    assertThat(verify(FILE, with(inBlocksOf(sizes))))
        .isEqualTo(StatusCode.ASSERTION_BMFF_HASH_MISMATCH);
  }

  @Test
  void readsAnyRowOfTheTree() {
    for (List<byte[]> row : full.rows()) {
      Cbor.Fields upper = tree.with("hashes", Cbor.list(row(row)));
      assertThat(verify(FILE, with(upper))).isEqualTo(StatusCode.ASSERTION_BMFF_HASH_MATCH);
    }
    List<Cbor> none = row(full.rows().getFirst()).subList(0, 1);
    assertThat(verify(FILE, with(tree.with("hashes", Cbor.list(none)))))
        .isEqualTo(StatusCode.ASSERTION_BMFF_HASH_MISMATCH);
    assertThat(verify(FILE, with(tree.with("count", Cbor.of(3)))))
        .isEqualTo(StatusCode.ASSERTION_BMFF_HASH_MALFORMED);
  }

  @Test
  void checksTheProofsThatStandBehindTheMedia() {
    int height = 2;
    Cbor.Fields upper = tree.with("hashes", Cbor.list(row(full.rows().get(height))));
    assertThat(verify(proved(height, 0), with(upper)))
        .isEqualTo(StatusCode.ASSERTION_BMFF_HASH_MATCH);
    assertThat(verify(proved(height, 1), with(upper)))
        .isEqualTo(StatusCode.ASSERTION_BMFF_HASH_MISMATCH);
    assertThat(verify(proved(1, 0), with(upper)))
        .isNotEqualTo(StatusCode.ASSERTION_BMFF_HASH_MATCH);
  }

  /** The file with a proof for every block, numbered from {@code first} on. */
  private byte[] proved(int height, int first) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(FILE);
    for (int i = 0; i < full.rows().getFirst().size(); i++) {
      out.writeBytes(new MerkleProof(1, 0, first + i, full.proof(i, height)).box());
    }
    return out.toByteArray();
  }

  @Test
  void refusesWhatNoTreeCanBe() {
    List<Cbor.Fields> broken =
        List.of(
            tree.with("variableBlockSizes", Cbor.list(Cbor.of(1))),
            tree.with("fixedBlockSize", Cbor.of(0)),
            tree.with("fixedBlockSize", Cbor.of(-1)),
            tree.with("hashes", Cbor.list()),
            tree.with("alg", Cbor.of("md5")),
            inBlocksOf(-1));
    for (Cbor.Fields each : broken) {
      assertThat(verify(FILE, with(each)))
          .as(each.toString())
          .isNotEqualTo(StatusCode.ASSERTION_BMFF_HASH_MATCH);
    }
    assertThat(verify(FILE, written.with("merkle", Cbor.list(tree, tree))))
        .isEqualTo(StatusCode.ASSERTION_BMFF_HASH_MISMATCH);
  }
}
