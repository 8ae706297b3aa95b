package io.assay.review.image;

import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Characteristic.PerceptualHash.Medium;
import io.assay.review.Context;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Location;
import io.assay.review.Mode;
import io.assay.review.Pool;
import io.assay.review.PoolChange;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The hashes of one medium in a pool, indexed. Another pool is put in use by indexing only what it
 * adds; what it drops stays in the index and is passed over until the index is made anew.
 */
final class HashPool {

  private final Medium medium;
  private final Function<PerceptualHash, List<Hash256>> hashes;
  private final InstantSource clock;
  private volatile Use use;

  /** An index, the feature of each of its numbers, and the pool that says which still apply. */
  private record Use(Pool pool, HammingIndex index, List<Owner> owners, int live) {}

  /** The feature that a number of the index belongs to, and the place of the hash in it. */
  record Owner(Feature feature, int place) {}

  /** A hash of the pool near a query. */
  record Near(Feature feature, int place, int distance) {}

  HashPool(
      Medium medium,
      Pool pool,
      Function<PerceptualHash, List<Hash256>> hashes,
      InstantSource clock) {
    this.medium = medium;
    this.hashes = hashes;
    this.clock = clock;
    this.use = fresh(pool);
  }

  Pool pool() {
    return use.pool();
  }

  synchronized void install(Pool pool) {
    Use now = use;
    PoolChange change = pool.since(now.pool());
    List<Feature> put = change.put().stream().filter(this::concerns).toList();
    int gone = change.gone().stream().filter(this::concerns).mapToInt(this::count).sum();
    int added = put.stream().mapToInt(this::count).sum();
    int live = now.live() - gone + added;
    if (now.index().size() + added > 2 * live + 1000) {
      use = fresh(pool);
    } else {
      List<Owner> owners = new ArrayList<>(now.owners());
      put.forEach(feature -> add(feature, now.index(), owners));
      use = new Use(pool, now.index(), owners, live);
    }
  }

  /** The hashes of live features near a query, each within its feature's tolerance. */
  List<Near> near(Hash256 query, Context context) {
    Use now = use;
    List<Near> near = new ArrayList<>();
    for (HammingIndex.Near found : now.index().search(query, HammingIndex.LONGEST_RADIUS)) {
      if (found.number() < now.owners().size()) {
        Owner owner = now.owners().get(found.number());
        Feature feature = owner.feature();
        if (found.distance() <= ((PerceptualHash) feature.characteristic()).tolerance()
            && applies(feature, now.pool(), context)) {
          near.add(new Near(feature, owner.place(), found.distance()));
        }
      }
    }
    return near;
  }

  static Finding finding(Feature feature, Location where, String why) {
    boolean shadow = feature.rule().mode() == Mode.SHADOW;
    Effect effect = shadow ? Effect.NOTED : feature.rule().disposition().effect();
    return new Finding(feature, effect, where, "", Set.of(), why);
  }

  private boolean applies(Feature feature, Pool pool, Context context) {
    Optional<Feature> current = pool.feature(feature.id());
    return current.isPresent()
        && current.get().equals(feature)
        && feature.rule().scope().covers(context)
        && !feature.entry().expiredAt(clock.instant());
  }

  private Use fresh(Pool pool) {
    HammingIndex index = new HammingIndex();
    List<Owner> owners = new ArrayList<>();
    pool.features().filter(this::concerns).forEach(feature -> add(feature, index, owners));
    return new Use(pool, index, owners, owners.size());
  }

  private void add(Feature feature, HammingIndex index, List<Owner> owners) {
    List<Hash256> all = hashes.apply((PerceptualHash) feature.characteristic());
    for (int place = 0; place < all.size(); place++) {
      index.add(all.get(place));
      owners.add(new Owner(feature, place));
    }
  }

  private boolean concerns(Feature feature) {
    return feature.characteristic() instanceof PerceptualHash hash && hash.medium() == medium;
  }

  private int count(Feature feature) {
    return hashes.apply((PerceptualHash) feature.characteristic()).size();
  }
}
