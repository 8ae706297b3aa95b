package io.assay.office.calendar;

import io.assay.office.OfficeConfig;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The published years: those that ship, and those added since. A file whose signature does not hold
 * is never counted with. Thread-safe.
 */
@Component
public class Calendars {
  private static final List<Integer> SHIPPED = List.of(2025, 2026);

  private final CalendarStore store;
  private final Journal journal;
  private final Clock clock;
  private final List<PublicKey> trusted;
  private final AtomicReference<@Nullable Loaded> loaded = new AtomicReference<>();

  private record Loaded(long added, List<Year> years, WorkCalendar calendar) {}

  Calendars(CalendarStore store, OfficeConfig config, Journal journal, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
    List<PublicKey> keys = new ArrayList<>();
    keys.add(SignedYear.key(text("release.pem")));
    config.cases().calendarKeys().forEach(pem -> keys.add(SignedYear.key(pem)));
    this.trusted = List.copyOf(keys);
  }

  /** The calendar as of the last file that arrived. */
  public WorkCalendar current() {
    return loaded().calendar();
  }

  /** The years it counts with, the earliest first. */
  public List<Year> years() {
    return loaded().years();
  }

  /**
   * Adds the file of a year, or a correction of one, and counts with it from now on.
   *
   * @throws ActionRefusedException when no trusted key signed it, when it is no calendar, or when
   *     that version is here already
   */
  @Transactional
  public Year add(String file, String signature, String actor) {
    SignedYear signed = new SignedYear(file, signature.strip());
    Year year = signed.read(trusted);
    boolean known = years().stream().anyMatch(it -> it.equals(year));
    if (known || store.has(year.year(), year.version())) {
      throw new ActionRefusedException("calendar.known");
    }
    store.put(year, signed, actor, clock.instant());
    journal.write(
        Act.of(
            "calendar.added",
            actor,
            Map.of("year", (long) year.year(), "version", year.version())));
    return year;
  }

  /** Takes in what another office of the same database added. */
  @Scheduled(fixedDelay = 5_000)
  public void refresh() {
    if (loaded().added() != store.count()) {
      loaded.set(load());
    }
  }

  private Loaded loaded() {
    Loaded known = loaded.get();
    if (known != null) {
      return known;
    }
    Loaded first = load();
    loaded.set(first);
    return first;
  }

  private Loaded load() {
    List<SignedYear> added = store.all();
    TreeMap<Integer, Year> years = new TreeMap<>();
    Stream.concat(SHIPPED.stream().map(Calendars::shipped), added.stream())
        .map(it -> it.read(trusted))
        .forEach(it -> years.put(it.year(), it));
    Collection<Year> counted = years.values();
    return new Loaded(added.size(), List.copyOf(counted), WorkCalendar.of(counted));
  }

  private static SignedYear shipped(int year) {
    String name = "cn-" + year + ".json";
    return new SignedYear(text(name), text(name + ".sig"));
  }

  private static String text(String name) {
    try (InputStream stream = Calendars.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(stream, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
