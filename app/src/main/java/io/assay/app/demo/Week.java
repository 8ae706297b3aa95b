package io.assay.app.demo;

import io.assay.app.demo.Scene.Deed;
import io.assay.ledger.Ledger;
import io.assay.office.exchange.Projection;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plays scenes hour by hour, moving the clock from one to the next; an hour's deeds overlap. */
final class Week {
  private final Stage stage;
  private final DemoClock clock;
  private final PrintWriter out;

  Week(Stage stage, DemoClock clock, PrintWriter out) {
    this.stage = stage;
    this.clock = clock;
    this.out = out;
  }

  void play(List<Scene> scenes) {
    SortedMap<Instant, List<Deed>> hours =
        scenes.stream()
            .flatMap(scene -> scene.deeds(stage).stream())
            .filter(deed -> deed.at().isBefore(InstantSource.system().instant()))
            .sorted(Comparator.comparing(Deed::at))
            .collect(
                Collectors.groupingBy(
                    deed -> deed.at().truncatedTo(ChronoUnit.HOURS),
                    TreeMap::new,
                    Collectors.toList()));
    LocalDate day = LocalDate.MIN;
    for (List<Deed> deeds : hours.values()) {
      Instant at = deeds.getFirst().at();
      clock.reach(at);
      LocalDate today = LocalDate.ofInstant(at, Stage.ZONE);
      if (!today.equals(day)) {
        day = today;
        out.println("  Playing " + day);
        out.flush();
      }
      play(deeds.stream().map(Deed::deed));
      follow();
    }
    clock.reach(InstantSource.system().instant());
  }

  /** What follows from an hour's deeds happens before the clock moves on. */
  private void follow() {
    stage.office(Ledger.class).publish();
    stage.office(Projection.class).catchUp();
  }

  private static void play(Stream<Runnable> deeds) {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> done = deeds.<Future<?>>map(people::submit).toList();
      for (Future<?> deed : done) {
        deed.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a deed of the demo failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
