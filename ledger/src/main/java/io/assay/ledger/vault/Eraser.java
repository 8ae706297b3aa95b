package io.assay.ledger.vault;

import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Appended;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.LogReader;
import io.assay.ledger.vault.Erasure.Restricted;
import io.assay.ledger.vault.Erasure.Shredded;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Erases what the vault keeps, when law and orders allow: a subject's data is ACTIVE, then
 * RESTRICTED while it must still be stored, then SHREDDED. A hold wins over everything. Each step
 * is an entry of the log that names keys, never subjects. Thread-safe.
 */
public final class Eraser {

  private final Vault vault;
  private final VaultFiles files;
  private final Ledger ledger;

  public Eraser(Vault vault, Ledger ledger) {
    this.vault = vault;
    this.files = vault.files();
    this.ledger = ledger;
  }

  /** Erases a subject's data, or restricts it until that is allowed. */
  public Erasure erase(String subject, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an erasure has a reason");
    }
    String directory = files.subject(subject);
    return vault.alone(() -> erase(directory, files.state(directory).restrictedFor(reason)));
  }

  /** Forbids the destruction of a subject's data until the order is lifted. */
  public void hold(String subject, String order) {
    changeHold(files.subject(subject), order, true);
  }

  /** Lifts an order's hold. */
  public void release(String subject, String order) {
    changeHold(files.subject(subject), order, false);
  }

  /**
   * Shreds everything whose time has come: expired months, and restricted subjects. A volume to
   * which no key is left is deleted.
   */
  public List<Shredded> sweep() {
    List<Shredded> done = new ArrayList<>();
    for (String subject : files.subjects()) {
      vault.alone(() -> sweep(subject)).ifPresent(done::add);
    }
    files.dropVolumesBefore(YearMonth.from(today()).minusMonths(1));
    return done;
  }

  /**
   * Destroys again what a restored backup brought back: every key that an entry of the log says was
   * destroyed. Returns the names of those found.
   */
  public List<String> destroyResurrected(LogReader log) {
    Set<Object> destroyed =
        log.entries(0, Long.MAX_VALUE)
            .filter(placed -> placed.entry().type().equals("vault.shredded"))
            .flatMap(
                placed ->
                    placed.entry().body().get("keys") instanceof List<?> keys
                        ? keys.stream()
                        : Stream.empty())
            .collect(Collectors.toSet());
    List<String> found = new ArrayList<>();
    for (String subject : files.subjects()) {
      for (DataKey key : files.keysOf(subject)) {
        if (destroyed.contains(key.id())) {
          vault.alone(() -> files.destroy(subject, key));
          found.add(key.id());
        }
      }
    }
    return found;
  }

  private Optional<Shredded> sweep(String subject) {
    SubjectState state = files.state(subject);
    if (state.isRestricted()) {
      return erase(subject, state) instanceof Shredded shredded
          ? Optional.of(shredded)
          : Optional.empty();
    }
    List<DataKey> due = files.keysOf(subject).stream().filter(this::isDue).toList();
    return due.isEmpty() || !state.holds().isEmpty()
        ? Optional.empty()
        : Optional.of(shred(subject, due, "retention ended"));
  }

  private Erasure erase(String subject, SubjectState state) {
    List<DataKey> keys = files.keysOf(subject);
    boolean known = files.isRestricted(subject);
    files.write(subject, state);
    List<DataKey> bound = keys.stream().filter(key -> !isDue(key)).toList();
    if (state.holds().isEmpty() && bound.isEmpty()) {
      Shredded shredded = shred(subject, keys, state.restricted());
      files.forget(subject);
      return shredded;
    }
    LocalDate until = bound.stream().map(this::lastDay).max(LocalDate::compareTo).orElse(today());
    if (!known) {
      Map<String, Object> body = new HashMap<>();
      body.put("keys", keys.stream().map(DataKey::id).toList());
      body.put("reason", state.restricted());
      body.put("until", until.toString());
      body.put("holds", List.copyOf(state.holds()));
      record("vault.restricted", body);
    }
    return new Restricted(until, state.holds());
  }

  private Shredded shred(String subject, List<DataKey> keys, String reason) {
    int objects = 0;
    for (DataKey key : keys) {
      objects += files.destroy(subject, key);
    }
    List<DataKey> left = files.keysOf(subject);
    for (DataKey key : keys) {
      if (left.stream().anyMatch(kept -> kept.id().equals(key.id()))
          || files.hasObjects(subject, key)) {
        throw new IllegalStateException("key " + key.id() + " can still be read after erasure");
      }
    }
    List<String> ids = keys.stream().map(DataKey::id).toList();
    Map<String, Object> body =
        Map.of("keys", ids, "objects", objects, "reason", reason, "readFailed", true);
    return new Shredded(record("vault.shredded", body), ids, objects);
  }

  private void changeHold(String subject, String order, boolean held) {
    vault.alone(
        () -> {
          SubjectState state = files.state(subject);
          files.write(subject, held ? state.heldBy(order) : state.releasedBy(order));
          List<String> keys = files.keysOf(subject).stream().map(DataKey::id).toList();
          return record(
              held ? "vault.held" : "vault.released", Map.of("keys", keys, "order", order));
        });
  }

  private long record(String type, Map<String, Object> body) {
    Appended appended = ledger.append(Entry.of(type, vault.config().clock().instant(), body));
    appended.await(Acknowledgement.DURABLE);
    return appended.index();
  }

  private boolean isDue(DataKey key) {
    return lastDay(key).isBefore(today());
  }

  private LocalDate lastDay(DataKey key) {
    return vault.config().retention().until(key.eventClass(), key.month());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(vault.config().clock().instant(), vault.config().retention().zone());
  }
}
