package io.assay.ledger.verify;

import io.assay.ledger.Entry;
import io.assay.ledger.LogReader;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.store.LogSource;
import io.assay.ledger.tree.Hash;
import io.assay.ledger.verify.Verification.Broken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Verifies a registry and every shard it has ever noted: a shard that was deleted, rolled back or
 * rewritten shows, though each of the others is sound. Thread-safe.
 */
public final class ShardSetVerifier {

  private static final String SHARD = "shard";

  private final TrustPolicy registryPolicy;

  public ShardSetVerifier(TrustPolicy registryPolicy) {
    this.registryPolicy = registryPolicy;
  }

  /** The registry's verification, then each shard's by name, in the order of their births. */
  public Map<String, Verification> verify(LogSource registry, Function<String, LogSource> shards) {
    Map<String, Verification> found = new LinkedHashMap<>();
    Verification own = new LogVerifier(registryPolicy).verify(registry);
    found.put("registry", own);
    if (own.isSound()) {
      List<Entry> facts =
          new LogReader(registry)
              .entries(0, Long.MAX_VALUE)
              .map(LogReader.Placed::entry)
              .filter(entry -> entry.type().startsWith("registry."))
              .toList();
      keys(facts)
          .forEach(
              (shard, keys) ->
                  found.put(shard, verifyShard(shard, keys, shards.apply(shard), facts)));
    }
    return found;
  }

  private static Map<String, List<VerifierKey>> keys(List<Entry> facts) {
    Map<String, List<VerifierKey>> keys = new LinkedHashMap<>();
    for (Entry fact : facts) {
      if (fact.body().get("key") instanceof String key) {
        keys.computeIfAbsent(text(fact, SHARD), shard -> new ArrayList<>())
            .add(VerifierKey.parse(key));
      }
    }
    return keys;
  }

  private static Verification verifyShard(
      String shard, List<VerifierKey> keys, LogSource source, List<Entry> facts) {
    Verification own = new LogVerifier(TrustPolicy.of(keys)).verify(source);
    if (!(own instanceof Verification.Sound sound)) {
      return own;
    }
    LogReader reader = new LogReader(source);
    for (Entry fact : facts) {
      if (text(fact, SHARD).equals(shard)
          && fact.body().get("size") instanceof Long size
          && fact.body().get("root") instanceof String root) {
        if (size > sound.checkpoint().size()) {
          return broken(shard, "ROLLBACK: the registry has seen %d entries".formatted(size));
        }
        if (!reader.rootAt(size).equals(Hash.parse(root))) {
          return broken(
              shard, "FORK: the registry has seen another tree of %d entries".formatted(size));
        }
      }
    }
    return sound;
  }

  private static Broken broken(String shard, String what) {
    return new Broken(shard, OptionalLong.empty(), what);
  }

  private static String text(Entry fact, String name) {
    return fact.body().get(name) instanceof String text ? text : "";
  }
}
