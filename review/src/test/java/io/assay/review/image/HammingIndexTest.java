package io.assay.review.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.review.image.HammingIndex.Near;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HammingIndexTest {

  private static final int SEALED = 1 << 15;
  private static final List<Hash256> HASHES = hashes(SEALED * 5 + 1000);
  private static final HammingIndex INDEX = index(HASHES);

  @Property(tries = 100)
  void findsWhatAComparisonOfEveryHashFinds(
      @ForAll long seed,
      @ForAll @IntRange(max = 45) int flips,
      @ForAll @IntRange(max = HammingIndex.LONGEST_RADIUS) int radius) {
    Random random = new Random(seed);
    Hash256 query = flip(HASHES.get(random.nextInt(HASHES.size())), flips, random);
    assertThat(INDEX.search(query, radius)).isEqualTo(brute(query, radius));
  }

  @Test
  void findsAllEqualHashes_once() {
    HammingIndex index = new HammingIndex();
    Hash256 hash = hash(new Random(4));
    for (int i = 0; i < SEALED + 10; i++) {
      assertThat(index.add(hash)).isEqualTo(i);
    }
    List<Near> found = index.search(hash, 31);
    assertThat(found).hasSize(SEALED + 10).doesNotHaveDuplicates();
  }

  @Test
  void servesWhileItGrows() throws InterruptedException {
    HammingIndex index = new HammingIndex();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    int total = SEALED * 4 + 10;
    Thread searcher =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Random random = new Random(6);
                    while (index.size() < total) {
                      int seen = index.size();
                      if (seen > 0) {
                        int number = random.nextInt(seen);
                        assertThat(index.search(HASHES.get(number), 3))
                            .contains(new Near(number, 0));
                      }
                    }
                  } catch (Throwable e) {
                    failure.set(e);
                  }
                });
    for (int i = 0; i < total; i++) {
      index.add(HASHES.get(i));
    }
    searcher.join();
    assertThat(failure.get()).isNull();
  }

  @Test
  void rejectsARadiusForWhichItIsNotExact() {
    Hash256 query = HASHES.getFirst();
    assertThatThrownBy(() -> INDEX.search(query, 32)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> INDEX.search(query, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Near> brute(Hash256 query, int radius) {
    return IntStream.range(0, HASHES.size())
        .mapToObj(i -> new Near(i, HASHES.get(i).distance(query)))
        .filter(near -> near.distance() <= radius)
        .sorted(Comparator.comparingInt(Near::distance).thenComparingInt(Near::number))
        .toList();
  }

  /** Random hashes, every tenth of them close to an earlier one. */
  private static List<Hash256> hashes(int count) {
    Random random = new Random(1);
    List<Hash256> hashes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hashes.add(
          i % 10 == 9
              ? flip(hashes.get(random.nextInt(i)), random.nextInt(40), random)
              : hash(random));
    }
    return hashes;
  }

  private static HammingIndex index(List<Hash256> hashes) {
    HammingIndex index = new HammingIndex();
    hashes.forEach(index::add);
    return index;
  }

  private static Hash256 hash(Random random) {
    return new Hash256(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  private static Hash256 flip(Hash256 hash, int flips, Random random) {
    long[] words = {hash.a(), hash.b(), hash.c(), hash.d()};
    for (int i = 0; i < flips; i++) {
      int bit = random.nextInt(Hash256.BITS);
      words[bit >> 6] ^= 1L << bit;
    }
    return new Hash256(words[0], words[1], words[2], words[3]);
  }
}
