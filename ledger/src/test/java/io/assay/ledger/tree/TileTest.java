package io.assay.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TileTest {

  @Test
  void pathsAreThoseOfTheSpecification() {
    assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(new Tile(Tile.ENTRIES, 273, 112).path()).isEqualTo("tile/entries/273.p/112");
    assertThat(Tile.parse("tile/0/x001/x234/067")).hasValue(new Tile(0, 1_234_067, 256));
    for (String wrong :
        List.of(
            "tile/0/67",
            "tile/0/x000/067",
            "tile/0/067.p/0",
            "tile/8/067",
            "tile/0/067.p/256",
            "tile/0/067.p/007",
            "tile/0/067/",
            "tile/entries/1234")) {
      assertThat(Tile.parse(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void aTreeOf70000HasTheTilesOfTheSpecification() {
    Map<Integer, Integer> full = new HashMap<>();
    List<Tile> partial = new ArrayList<>();
    TreeEdge edge = TreeEdge.load(0, tile -> List.of());
    for (int i = 0; i < 70_000; i++) {
      edge.append(Merkle.EMPTY_ROOT, (tile, hashes) -> full.merge(tile.level(), 1, Integer::sum));
    }
    edge.partial((tile, hashes) -> partial.add(tile));
    assertThat(full).isEqualTo(Map.of(0, 273, 1, 1));
    assertThat(partial)
        .containsExactly(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1));
  }

  @Test
  void anEdgeLoadedFromTilesGrowsAsOneThatWasNotInterrupted() {
    Map<String, List<Hash>> stored = new HashMap<>();
    TreeEdge whole = TreeEdge.load(0, tile -> List.of());
    TreeEdge resumed = TreeEdge.load(0, tile -> List.of());
    for (int i = 0; i < 66_000; i++) {
      Hash leaf = Merkle.leaf(Integer.toString(i).getBytes(StandardCharsets.UTF_8));
      whole.append(leaf, (tile, hashes) -> {});
      resumed.append(leaf, (tile, hashes) -> {});
      if (i % 9973 == 0) {
        resumed.partial((tile, hashes) -> stored.put(tile.path(), hashes));
        resumed = TreeEdge.load(i + 1, tile -> stored.getOrDefault(tile.path(), List.of()));
        assertThat(resumed.root()).isEqualTo(whole.root());
      }
    }
    assertThat(resumed.root()).isEqualTo(whole.root());
  }
}
