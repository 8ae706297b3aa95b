package io.assay.review.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Category;
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Characteristic.PerceptualHash.Medium;
import io.assay.review.Context;
import io.assay.review.Feature;
import io.assay.review.Pool;
import io.assay.review.Rule;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HashPoolTest {

  private static final int FEATURES = 1500;

  @Test
  void findsTheHashesOfThePoolInUse_howeverOftenItIsReplaced() {
    HashPool hashes =
        new HashPool(
            Medium.IMAGE,
            Pool.empty(),
            hash -> List.of(Hash256.parse(hash.hash())),
            InstantSource.system());
    List<Hash256> before = List.of();
    for (int version = 1; version <= 4; version++) {
      List<Hash256> now = hashes(version);
      hashes.install(pool(version, now));
      assertThat(now).allMatch(hash -> found(hashes, hash) == 1);
      assertThat(before).allMatch(hash -> found(hashes, hash) == 0);
      before = now;
    }
    assertThat(hashes.pool().version()).isEqualTo("4");
  }

  private static int found(HashPool hashes, Hash256 hash) {
    return hashes.near(hash, Context.input()).size();
  }

  private static Pool pool(int version, List<Hash256> hashes) {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      features.add(
          Feature.of(
              "f" + i,
              new PerceptualHash(Medium.IMAGE, hashes.get(i).toString(), 20),
              Rule.of(Category.of("A.1.6"))));
    }
    return Pool.of(Integer.toString(version), features);
  }

  private static List<Hash256> hashes(long seed) {
    Random random = new Random(seed);
    List<Hash256> hashes = new ArrayList<>();
    for (int i = 0; i < FEATURES; i++) {
      hashes.add(
          new Hash256(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()));
    }
    return hashes;
  }
}
