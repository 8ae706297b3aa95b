package io.assay.app.mark;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** A bar that shows how far a run over many files is; nothing where nobody watches. */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final int NAME = 40;

  private final int total;
  private final boolean shown;
  private final PrintWriter out;
  private int done;

  Progress(int total, boolean quiet, PrintWriter out) {
    this.total = total;
    this.shown = !quiet && total > 1 && onATerminal();
    this.out = out;
  }

  private static boolean onATerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  void step(Path file) {
    done++;
    if (shown) {
      int filled = WIDTH * done / total;
      String name = file.getFileName().toString();
      out.printf(
          "\r[%s%s] %d/%d %-" + NAME + "s",
          "#".repeat(filled),
          ".".repeat(WIDTH - filled),
          done,
          total,
          name.length() > NAME ? name.substring(0, NAME) : name);
      out.flush();
    }
  }

  @Override
  public void close() {
    if (shown) {
      out.println();
      out.flush();
    }
  }
}
