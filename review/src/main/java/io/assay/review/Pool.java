package io.assay.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An immutable snapshot of the feature pool.
 *
 * <p>Two pools hold the same features exactly when their content hashes are equal; the version is a
 * name that the operator gives. A pool made from another by {@link #with} shares what did not
 * change, so keeping many versions is cheap. Safe for use by many threads.
 *
 * <p>Source: Provisions on the Administration of Deep Synthesis, Article 10 paragraph 2.
 */
public final class Pool {

  private static final int SHELVES = 1 << 12;

  private final String version;
  private final Shelf[] shelves;
  private final int size;
  private volatile String contentHash = "";

  private Pool(String version, Shelf[] shelves) {
    if (version.isBlank()) {
      throw new IllegalArgumentException("a pool needs a version; give one");
    }
    this.version = version;
    this.shelves = shelves;
    this.size = Arrays.stream(shelves).mapToInt(shelf -> shelf.features().length).sum();
  }

  /** A pool of these features; their ids must be distinct. */
  public static Pool of(String version, Collection<Feature> features) {
    Shelf[] empty = new Shelf[SHELVES];
    Arrays.fill(empty, Shelf.EMPTY);
    Pool pool = new Pool(version, shelve(empty, features, Set.of()));
    if (pool.size != features.size()) {
      throw new IllegalArgumentException("two features share an id; give each its own");
    }
    return pool;
  }

  /** A pool without features. */
  public static Pool empty() {
    return of("empty", List.of());
  }

  /** This pool with some features added or replaced, by id, and some ids removed. */
  public Pool with(String newVersion, Collection<Feature> put, Set<String> removed) {
    return new Pool(newVersion, shelve(shelves.clone(), put, removed));
  }

  public String version() {
    return version;
  }

  /** SHA-256 in hexadecimal over every field of every feature. */
  public String contentHash() {
    String hash = contentHash;
    if (hash.isEmpty()) {
      hash = Shelf.hashOf(shelves);
      contentHash = hash;
    }
    return hash;
  }

  public int size() {
    return size;
  }

  public Optional<Feature> feature(String id) {
    return shelves[shelfOf(id)].find(id);
  }

  /** All features, in an order that depends only on their ids. */
  public Stream<Feature> features() {
    return Arrays.stream(shelves).flatMap(shelf -> Arrays.stream(shelf.features()));
  }

  /** How this pool differs from an earlier one. */
  public PoolChange since(Pool earlier) {
    List<Feature> put = new ArrayList<>();
    List<Feature> gone = new ArrayList<>();
    for (int i = 0; i < SHELVES; i++) {
      if (shelves[i] != earlier.shelves[i]) {
        shelves[i].collectMissingFrom(earlier.shelves[i], put);
        earlier.shelves[i].collectMissingFrom(shelves[i], gone);
      }
    }
    return new PoolChange(put, gone);
  }

  private static Shelf[] shelve(Shelf[] shelves, Collection<Feature> put, Set<String> removed) {
    List<Feature> sorted = new ArrayList<>(put);
    sorted.sort(Comparator.comparingInt(feature -> shelfOf(feature.id())));
    for (int from = 0; from < sorted.size(); ) {
      int shelf = shelfOf(sorted.get(from).id());
      int to = from;
      while (to < sorted.size() && shelfOf(sorted.get(to).id()) == shelf) {
        to++;
      }
      shelves[shelf] = shelves[shelf].with(sorted.subList(from, to));
      from = to;
    }
    for (String id : removed) {
      shelves[shelfOf(id)] = shelves[shelfOf(id)].without(id);
    }
    return shelves;
  }

  private static int shelfOf(String id) {
    return (id.hashCode() * 0x9E3779B1) >>> 20;
  }
}
