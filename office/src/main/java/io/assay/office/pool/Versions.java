package io.assay.office.pool;

import io.assay.gateway.Duty;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.pool.PoolVersion.Cause;
import io.assay.office.pool.VersionStore.Held;
import io.assay.review.Feature;
import io.assay.review.Mode;
import io.assay.review.Pool;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The numbered versions of the pool (Art. 10). What is built from the registers must hash to what
 * was recorded when the version was made; otherwise there is no pool. Thread-safe.
 */
@Duty("DS-10")
@Component
public class Versions {
  private final VersionStore store;
  private final Clock clock;
  private final AtomicReference<Built> built = new AtomicReference<>(new Built(0, Pool.empty()));

  Versions(VersionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private record Built(long number, Pool pool) {}

  /** What a rollback changed: the new version, what left the pool and what came back. */
  record RolledBack(PoolVersion version, List<Held> left, List<Held> back) {}

  /**
   * The pool in force; the same object until another version is.
   *
   * @throws IllegalStateException if there is none, or it is not what was recorded
   */
  @Transactional(readOnly = true)
  public Pool inForce() {
    return newest().pool();
  }

  /** The number of the version in force. */
  public long number() {
    return store.newest();
  }

  public Optional<PoolVersion> find(long number) {
    return store.find(number);
  }

  /** Versions before a number, the latest first. */
  List<PoolVersion> before(long number, int limit) {
    return store.before(number, limit);
  }

  /** Any version, as it was. */
  @Transactional(readOnly = true)
  public Pool pool(long number) {
    return checked(number, Pool.of(PoolVersion.name(number), store.features(number)));
  }

  /** Makes the first version of every feature there is. */
  @Transactional(propagation = Propagation.MANDATORY)
  PoolVersion first(Pool shipped, String actor) {
    Pool pool = Pool.of(PoolVersion.name(1), shipped.features().toList());
    PoolVersion version = version(1, actor, Cause.SEED, shipped.version(), pool);
    store.add(version);
    store.joinAll(1);
    return version;
  }

  /** Makes a new version: one feature put in, others taken out. */
  @Transactional(propagation = Propagation.MANDATORY)
  PoolVersion put(Feature feature, Mode mode, Collection<String> gone, Cause cause, String actor) {
    store.lock();
    Built now = newest();
    long number = now.number() + 1;
    Feature put = feature.with(feature.rule().with(mode));
    Pool pool = now.pool().with(PoolVersion.name(number), List.of(put), new HashSet<>(gone));
    PoolVersion version = version(number, actor, cause, feature.id(), pool);
    store.add(version);
    store.leave(feature.id(), number);
    gone.forEach(id -> store.leave(id, number));
    store.join(feature.id(), mode, number);
    return version;
  }

  /** Makes a new version without one feature. */
  @Transactional(propagation = Propagation.MANDATORY)
  PoolVersion remove(String feature, String actor) {
    store.lock();
    Built now = newest();
    long number = now.number() + 1;
    Pool pool =
        now.pool().with(PoolVersion.name(number), List.of(), new HashSet<>(List.of(feature)));
    PoolVersion version = version(number, actor, Cause.RETIRED, feature, pool);
    store.add(version);
    store.leave(feature, number);
    return version;
  }

  /** Makes a new version that holds what an earlier one held. */
  @Transactional(propagation = Propagation.MANDATORY)
  RolledBack rollBack(long to, String actor) {
    store.lock();
    long number = store.newest() + 1;
    if (to < 1 || to >= number - 1) {
      throw new ActionRefusedException(to < 1 ? "pool.version.unknown" : "pool.version.in-force");
    }
    Pool pool = pool(to);
    List<Held> left = store.onlyNow(to);
    List<Held> back = store.onlyThen(to);
    PoolVersion version = version(number, actor, Cause.ROLLBACK, Long.toString(to), pool);
    store.add(version);
    left.forEach(held -> store.leave(held.feature(), number));
    back.forEach(held -> store.join(held.feature(), held.mode(), number));
    return new RolledBack(version, left, back);
  }

  private PoolVersion version(long number, String actor, Cause cause, String about, Pool pool) {
    return new PoolVersion(
        number, clock.instant(), actor, cause, about, pool.size(), pool.contentHash());
  }

  private Built newest() {
    long number = store.newest();
    Built known = built.get();
    if (known.number() == number && number > 0) {
      return known;
    }
    Built fresh = new Built(number, build(known, number));
    built.set(fresh);
    return fresh;
  }

  /** Changes only what changed where it can, so that versions share what they have in common. */
  private Pool build(Built known, long number) {
    if (number == 0) {
      throw new IllegalStateException("the pool has no version yet; start the office once");
    }
    if (known.number() == 0 || known.number() > number) {
      return pool(number);
    }
    List<Feature> put = store.put(known.number(), number);
    List<String> gone = store.gone(known.number(), number);
    return checked(number, known.pool().with(PoolVersion.name(number), put, new HashSet<>(gone)));
  }

  private Pool checked(long number, Pool pool) {
    String recorded =
        store
            .find(number)
            .map(PoolVersion::contentSha256)
            .orElseThrow(() -> new ActionRefusedException("pool.version.unknown"));
    if (!pool.contentHash().equals(recorded)) {
      throw new IllegalStateException(
          "version %d of the pool is not what was recorded; restore the database or roll back"
              .formatted(number));
    }
    return pool;
  }
}
