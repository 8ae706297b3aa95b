package io.assay.mark;

import io.assay.mark.container.FileSource;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Labels many files side by side. Only as many as there are processors are labelled at one time, so
 * that memory stays bounded; the others wait for the disk together, where the file system serves
 * several with one commit. Every file is put in place as {@link Marked#copyTo(Path)} does it, and
 * one that fails leaves the others alone. Immutable and safe for use by threads.
 */
public final class Batch {
  private static final int JOBS = 16;
  private static final int MOST_JOBS = 256;
  private static final int MOST_WAITING = 1024;

  private final Marker marker;
  private final int jobs;
  private final boolean digests;

  private Batch(Marker marker, int jobs, boolean digests) {
    this.marker = marker;
    this.jobs = jobs;
    this.digests = digests;
  }

  public static Batch of(Marker marker) {
    return new Batch(marker, JOBS, false);
  }

  /** The same with so many files under way, from 1 to {@value #MOST_JOBS}. */
  public Batch withJobs(int number) {
    if (number < 1 || number > MOST_JOBS) {
      throw new IllegalArgumentException(number + " jobs; files under way are 1 to " + MOST_JOBS);
    }
    return new Batch(marker, number, digests);
  }

  /** The same, which also tells the digest of every payload; each is read once more for it. */
  public Batch withDigests() {
    return new Batch(marker, jobs, true);
  }

  /** A file to be labelled, and where the result goes: a folder for it is made. */
  public record Task(Path from, Path to, LabelRequest request) {}

  /** What became of a file. */
  public sealed interface Outcome {
    Task task();

    /** The labelled file is in place. */
    record Done(Task task, Format format, List<AppliedLabel> labels, Optional<String> payloadSha256)
        implements Outcome {
      public Done {
        labels = List.copyOf(labels);
      }
    }

    /**
     * The file was left as it was, unless the disk failed between it and what belongs beside it.
     * The reason is a {@link MarkException} unless a part of the library is faulty.
     */
    record Failed(Task task, RuntimeException reason) implements Outcome {}
  }

  /**
   * Labels the files and hands over what became of each, in the order of the tasks, on this thread.
   *
   * @throws IllegalArgumentException if two tasks have one target
   */
  public void run(List<Task> tasks, Consumer<Outcome> outcomes) {
    requireOwnTargets(tasks);
    Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());
    Deque<Future<Outcome>> waiting = new ArrayDeque<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(jobs)) {
      try {
        for (Task task : tasks) {
          waiting.add(workers.submit(() -> outcome(task, processors)));
          if (waiting.size() == MOST_WAITING) {
            outcomes.accept(settled(waiting.remove()));
          }
        }
        while (!waiting.isEmpty()) {
          outcomes.accept(settled(waiting.remove()));
        }
      } finally {
        workers.shutdownNow();
      }
    }
  }

  private static void requireOwnTargets(List<Task> tasks) {
    Set<Path> targets = new HashSet<>();
    for (Task task : tasks) {
      if (!targets.add(task.to().toAbsolutePath().normalize())) {
        throw new IllegalArgumentException(
            "two files would be written to " + task.to() + "; give each a place of its own");
      }
    }
  }

  private static Outcome settled(Future<Outcome> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("labelling stopped: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MarkException(MarkException.Reason.IO, "the batch was interrupted", e);
    }
  }

  private Outcome outcome(Task task, Semaphore processors) {
    try (FileSource source = Source.open(task.from())) {
      Media media = Media.of(source, task.from().toString());
      processors.acquireUninterruptibly();
      Marked marked;
      Optional<String> digest;
      try {
        marked = marker.mark(media, task.request());
        digest = digests ? Optional.of(marked.payloadSha256()) : Optional.empty();
      } finally {
        processors.release();
      }
      marked.copyTo(task.to());
      return new Outcome.Done(task, marked.media().format(), marked.labels(), digest);
    } catch (RuntimeException e) {
      return new Outcome.Failed(task, e);
    }
  }
}
