package io.assay.office.verify;

import io.assay.mark.Inspection;
import io.assay.mark.Inspector;
import io.assay.mark.LabelRegistry;
import io.assay.mark.MarkException;
import io.assay.mark.MarkException.Reason;
import io.assay.mark.Media;
import io.assay.mark.container.FileSource;
import io.assay.mark.container.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Checks a file that somebody sent, and deletes it before it answers. */
@Component
class FileCheck {
  private static final int LONGEST_NAME = 200;

  private final Inspector inspector;
  private final IssuedLabels issued;
  private final Semaphore places = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

  FileCheck(Inspector inspector, IssuedLabels issued) {
    this.inspector = inspector;
    this.issued = issued;
  }

  /** What came of a check: the checked file, or why there is none. */
  sealed interface Result {
    record Checked(CheckedFile file) implements Result {}

    record Unchecked(Problem problem) implements Result {}
  }

  /** Why a file was not checked; the name ends the message key that says so. */
  enum Problem {
    EMPTY,
    TOO_LARGE,
    UNSUPPORTED,
    UNREADABLE,
    BUSY
  }

  Result check(MultipartFile sent) throws IOException {
    if (sent.isEmpty()) {
      return new Result.Unchecked(Problem.EMPTY);
    }
    if (!places.tryAcquire()) {
      return new Result.Unchecked(Problem.BUSY);
    }
    try {
      return inspect(sent);
    } finally {
      places.release();
    }
  }

  private Result inspect(MultipartFile sent) throws IOException {
    Path copy = Files.createTempFile("assay-check", "");
    try {
      sent.transferTo(copy);
      return inspect(copy, name(sent), sent.getSize());
    } finally {
      Files.delete(copy);
    }
  }

  private Result inspect(Path copy, String name, long size) {
    try (FileSource source = Source.open(copy)) {
      return new Result.Checked(new CheckedFile(name, size, judge(Media.of(source, name))));
    } catch (MarkException unread) {
      return new Result.Unchecked(
          unread.reason() == Reason.UNSUPPORTED ? Problem.UNSUPPORTED : Problem.UNREADABLE);
    }
  }

  /** Judges by the file alone where the register has nothing to say about its label. */
  private Inspection judge(Media media) {
    Inspection alone = inspector.withRegistry(LabelRegistry.none()).inspect(media);
    return alone.label().map(issued::canJudge).orElse(true) ? inspector.inspect(media) : alone;
  }

  private static String name(MultipartFile sent) {
    String name = sent.getOriginalFilename();
    String known = name == null || name.isBlank() ? "?" : name;
    return known.length() > LONGEST_NAME ? known.substring(0, LONGEST_NAME) : known;
  }
}
