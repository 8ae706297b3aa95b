package io.assay.app.mark;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** A bar below what is printed that shows how far a run over many files is. */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final int NAME = 28;
  private static final String ERASED = "\r" + " ".repeat(79) + "\r";

  private final int total;
  private final boolean shown;
  private final PrintWriter out;
  private int done;

  /** A bar where somebody watches; nothing for a quiet run and for a single file. */
  Progress(int total, boolean quiet, PrintWriter out) {
    this.total = total;
    this.shown = !quiet && total > 1 && onATerminal();
    this.out = out;
  }

  private static boolean onATerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /** One file more is done, of which {@code report} prints what there is to say. */
  void step(Path file, Runnable report) {
    done++;
    if (!shown) {
      report.run();
      return;
    }
    erase();
    report.run();
    int filled = WIDTH * done / total;
    String name = file.getFileName().toString();
    out.printf(
        "[%s%s] %d/%d %s",
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        done,
        total,
        name.length() > NAME ? name.substring(0, NAME) : name);
    out.flush();
  }

  private void erase() {
    out.print(ERASED);
    out.flush();
  }

  @Override
  public void close() {
    if (shown) {
      erase();
    }
  }
}
