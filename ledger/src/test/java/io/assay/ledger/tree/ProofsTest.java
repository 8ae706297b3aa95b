package io.assay.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against the trees and proofs of another implementation; see golden/README.md. */
class ProofsTest {

  private static final List<Hash> leaves = new ArrayList<>();
  private static final Map<Long, Hash> roots = new HashMap<>();
  private static final List<Golden> inclusions = new ArrayList<>();
  private static final List<Golden> consistencies = new ArrayList<>();

  private record Golden(long size, long other, List<Hash> proof) {}

  @BeforeAll
  static void readGolden() throws IOException {
    try (InputStream file = ProofsTest.class.getResourceAsStream("/golden/merkle.txt")) {
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] words = line.split(" ");
        switch (words[0]) {
          case "leaf" ->
              leaves.add(Merkle.leaf(HexFormat.of().parseHex(words.length > 2 ? words[2] : "")));
          case "root" -> roots.put(Long.valueOf(words[1]), hash(words[2]));
          case "inclusion" -> inclusions.add(golden(words));
          default -> consistencies.add(golden(words));
        }
      }
    }
  }

  @Test
  void rootsAreThoseOfTheOtherImplementation() {
    for (int size = 1; size <= leaves.size(); size++) {
      assertThat(Merkle.root(leaves.subList(0, size))).isEqualTo(root(size));
      TreeEdge edge = TreeEdge.load(0, tile -> List.of());
      leaves.subList(0, size).forEach(leaf -> edge.append(leaf, (tile, hashes) -> {}));
      assertThat(edge.root()).isEqualTo(root(size));
    }
  }

  @Test
  void acceptsAndMakesTheSameInclusionProofs_andNoneThatDiffers() {
    for (Golden golden : inclusions) {
      Hash leaf = leaves.get((int) golden.other());
      Hash root = root(golden.size());
      assertThat(reader(golden.size()).inclusion(golden.other())).isEqualTo(golden.proof());
      assertThat(Proofs.includes(golden.other(), leaf, golden.size(), root, golden.proof()))
          .isTrue();
      for (List<Hash> forged : forgeries(golden.proof(), root)) {
        assertThat(Proofs.includes(golden.other(), leaf, golden.size(), root, forged)).isFalse();
      }
      Hash other = Merkle.leaf(new byte[] {99});
      assertThat(Proofs.includes(golden.other(), other, golden.size(), root, golden.proof()))
          .isFalse();
      assertThat(Proofs.includes(golden.size(), leaf, golden.size(), root, golden.proof()))
          .isFalse();
      assertThat(Proofs.includes(-1, leaf, golden.size(), root, golden.proof())).isFalse();
    }
  }

  @Test
  void acceptsAndMakesTheSameConsistencyProofs_andNoneThatDiffers() {
    for (Golden golden : consistencies) {
      Hash first = root(golden.other());
      Hash second = root(golden.size());
      assertThat(reader(golden.size()).consistency(golden.other())).isEqualTo(golden.proof());
      assertThat(Proofs.consistent(golden.other(), first, golden.size(), second, golden.proof()))
          .isTrue();
      for (List<Hash> forged : forgeries(golden.proof(), first)) {
        assertThat(Proofs.consistent(golden.other(), first, golden.size(), second, forged))
            .as("%s", golden)
            .isFalse();
      }
      Hash foreign = Merkle.EMPTY_ROOT;
      assertThat(Proofs.consistent(golden.other(), foreign, golden.size(), second, golden.proof()))
          .isFalse();
      assertThat(Proofs.consistent(golden.other(), first, golden.size(), foreign, golden.proof()))
          .isFalse();
    }
  }

  @Test
  void nothingIsConsistentWithTheEmptyTreeByProof() {
    assertThat(Proofs.consistent(0, Merkle.EMPTY_ROOT, 5, root(5), List.of())).isFalse();
    assertThat(Proofs.consistent(5, root(5), 3, root(3), List.of())).isFalse();
  }

  private static List<List<Hash>> forgeries(List<Hash> proof, Hash extra) {
    List<List<Hash>> forgeries = new ArrayList<>();
    List<Hash> longer = new ArrayList<>(proof);
    longer.add(extra);
    forgeries.add(longer);
    for (int i = 0; i < proof.size(); i++) {
      List<Hash> shorter = new ArrayList<>(proof);
      shorter.remove(i);
      forgeries.add(shorter);
      List<Hash> changed = new ArrayList<>(proof);
      byte[] bytes = changed.get(i).bytes();
      bytes[i % 32] ^= 1;
      changed.set(i, Hash.of(bytes));
      forgeries.add(changed);
    }
    if (proof.size() > 1) {
      forgeries.add(proof.reversed());
    }
    return forgeries;
  }

  private static Hash root(long size) {
    return Objects.requireNonNull(roots.get(size));
  }

  private static NodeReader reader(long size) {
    return new NodeReader(
        size,
        tile ->
            tile.level() == 0
                ? leaves.subList((int) tile.index() * 256, (int) tile.index() * 256 + tile.width())
                : List.of());
  }

  private static Golden golden(String[] words) {
    List<Hash> proof = Arrays.stream(words, 3, words.length).map(ProofsTest::hash).toList();
    return new Golden(Long.parseLong(words[1]), Long.parseLong(words[2]), proof);
  }

  private static Hash hash(String hex) {
    return Hash.of(HexFormat.of().parseHex(hex));
  }
}
