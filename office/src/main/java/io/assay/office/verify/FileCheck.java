package io.assay.office.verify;

import io.assay.mark.Inspection;
import io.assay.mark.Inspector;
import io.assay.mark.LabelRegistry;
import io.assay.mark.MarkException;
import io.assay.mark.MarkException.Reason;
import io.assay.mark.Media;
import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.container.FileSource;
import io.assay.mark.container.Source;
import io.assay.office.Sha256;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.policy.Policies;
import io.assay.office.tamper.Sighting;
import io.assay.office.tamper.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/** Checks a file that somebody sent, and deletes it before it answers. */
@Component
class FileCheck {
  private static final int LONGEST_NAME = 200;

  private final Inspector inspector;
  private final IssuedLabels issued;
  private final ExchangeIndex exchanges;
  private final Signals signals;
  private final Policies policies;
  private final Semaphore places = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

  FileCheck(
      Inspector inspector,
      IssuedLabels issued,
      ExchangeIndex exchanges,
      Signals signals,
      Policies policies) {
    this.inspector = inspector;
    this.issued = issued;
    this.exchanges = exchanges;
    this.signals = signals;
    this.policies = policies;
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

  /**
   * Checks a file; a sign that somebody tampered with its label is kept, without the file.
   *
   * @param by who has it checked
   */
  Result check(MultipartFile sent, String by) throws IOException {
    if (sent.isEmpty()) {
      return new Result.Unchecked(Problem.EMPTY);
    }
    if (sent.getSize() > largest().toBytes()) {
      return new Result.Unchecked(Problem.TOO_LARGE);
    }
    if (!places.tryAcquire()) {
      return new Result.Unchecked(Problem.BUSY);
    }
    try {
      return inspect(sent, by);
    } finally {
      places.release();
    }
  }

  /** The largest file that is checked. */
  DataSize largest() {
    return DataSize.ofMegabytes(policies.value(CheckNumbers.FILE_SIZE));
  }

  private Result inspect(MultipartFile sent, String by) throws IOException {
    Path copy = Files.createTempFile("assay-check", "");
    try {
      sent.transferTo(copy);
      return inspect(copy, name(sent), by);
    } finally {
      Files.delete(copy);
    }
  }

  private Result inspect(Path copy, String name, String by) throws IOException {
    try (FileSource source = Source.open(copy)) {
      Remembered register = new Remembered(issued);
      Inspection inspection = judge(Media.of(source, name), register);
      if (Sighting.tampered(inspection.verdict()) && ours(inspection, register)) {
        signals.notice(sighting(inspection, register, Sha256.of(copy), by));
      }
      return new Result.Checked(new CheckedFile(name, Files.size(copy), inspection));
    } catch (MarkException unread) {
      return new Result.Unchecked(
          unread.reason() == Reason.UNSUPPORTED ? Problem.UNSUPPORTED : Problem.UNREADABLE);
    }
  }

  /** Judges by the file alone where the register has nothing to say about its label. */
  private Inspection judge(Media media, Remembered register) {
    Inspection alone = inspector.withRegistry(LabelRegistry.none()).inspect(media);
    return alone.label().map(issued::canJudge).orElse(true)
        ? inspector.withRegistry(register).inspect(media)
        : alone;
  }

  /** Whether this service issued the content, or the label says so. */
  private boolean ours(Inspection inspection, Remembered register) {
    return register.produceId().isPresent()
        || inspection.label().filter(it -> issued.issues(it.contentProducer())).isPresent();
  }

  private Sighting sighting(
      Inspection inspection, Remembered register, String fileSha256, String by) {
    String number =
        register.produceId().or(() -> inspection.label().map(AigcLabel::produceId)).orElse("");
    return new Sighting(
        inspection.verdict(),
        exchanges.issuing(number).orElse(""),
        number.length() > LONGEST_NAME ? number.substring(0, LONGEST_NAME) : number,
        fileSha256,
        inspection.format().name(),
        by);
  }

  private static String name(MultipartFile sent) {
    String name = sent.getOriginalFilename();
    String known = name == null || name.isBlank() ? "?" : name;
    return known.length() > LONGEST_NAME ? known.substring(0, LONGEST_NAME) : known;
  }
}
