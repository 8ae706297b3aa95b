package io.assay.office.intake;

import io.assay.office.RandomText;
import io.assay.office.Sha256;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.intake.Line.Author;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the history of a case: its moves, what was said, and the files that came with it. */
@Component
class CaseFile {
  static final int LONGEST = 5_000;

  private final CaseStore cases;
  private final LineStore lines;
  private final List<AttachmentScanner> scanners;
  private final IntakeNumbers numbers;
  private final Journal journal;
  private final Clock clock;

  CaseFile(
      CaseStore cases,
      LineStore lines,
      List<AttachmentScanner> scanners,
      IntakeNumbers numbers,
      Journal journal,
      Clock clock) {
    this.cases = cases;
    this.lines = lines;
    this.scanners = List.copyOf(scanners);
    this.numbers = numbers;
    this.journal = journal;
    this.clock = clock;
  }

  /** A file as it was sent. */
  record Sent(String name, byte[] bytes) {}

  /** The case, kept from changing, when the rules let it go to {@code next}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public IntakeCase lock(String id) {
    return cases.lock(id).orElseThrow(() -> new ActionRefusedException("intake.unknown"));
  }

  /**
   * Moves the case and writes that down, with what was said to the complainant.
   *
   * @throws ActionRefusedException when the rules forbid the step
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(IntakeCase it, CaseState next, String actor, @Nullable String said) {
    if (!it.state().mayBecome(next)) {
      throw new ActionRefusedException("intake.step");
    }
    cases.move(it.id(), next);
    write(it.id(), author(actor), actor, next, said);
    record("intake.moved", it, actor, Map.of("from", it.state().name(), "to", next.name()));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void say(IntakeCase it, Author author, String actor, String text) {
    write(it.id(), author, actor, null, checked(text));
    String type = author == Author.NOTE ? "intake.noted" : "intake.messaged";
    record(type, it, actor, Map.of());
  }

  /** Keeps the reasons of a decision that waits for approval. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void draft(IntakeCase it, String actor, String reasons) {
    write(it.id(), Author.DRAFT, actor, null, reasons);
  }

  /** The reasons that wait for approval. */
  String drafted(IntakeCase it, String actor) {
    return lines.draft(it.id(), actor).orElseThrow(() -> new ActionRefusedException("intake.text"));
  }

  void write(
      String caseId,
      Author author,
      String actor,
      @Nullable CaseState state,
      @Nullable String said) {
    Instant now = clock.instant();
    lines.add(caseId, new Line(RandomText.identifier("lin_"), now, author, actor, state, said));
  }

  /**
   * Keeps the files.
   *
   * @throws ActionRefusedException when there are too many, one is too large, of no kind that is
   *     taken, or a scanner finds harm in it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void attach(String caseId, List<Sent> files) {
    int kept = lines.attachments(caseId).size();
    if (kept + files.size() > numbers.files()) {
      throw new ActionRefusedException("intake.files");
    }
    for (Sent file : files) {
      if (file.bytes().length > numbers.fileBytes()) {
        throw new ActionRefusedException("intake.file-size");
      }
      FileKind kind =
          FileKind.of(file.bytes())
              .orElseThrow(() -> new ActionRefusedException("intake.file-kind"));
      Attachment attachment =
          new Attachment(
              RandomText.identifier("att_"),
              plainName(file.name()),
              kind,
              file.bytes().length,
              Sha256.of(file.bytes()),
              scan(kind, file.bytes()),
              clock.instant());
      lines.attach(caseId, attachment, file.bytes());
    }
  }

  static String checked(String text) {
    String said = text.strip();
    if (said.isEmpty() || said.length() > LONGEST) {
      throw new ActionRefusedException("intake.text");
    }
    return said;
  }

  void record(String type, IntakeCase it, String actor, Map<String, ?> facts) {
    Map<String, Object> all = new TreeMap<>(facts);
    all.put("case", it.id());
    all.put("door", it.door().name());
    journal.write(Act.of(type, actor, all));
  }

  private String scan(FileKind kind, byte[] bytes) {
    for (AttachmentScanner scanner : scanners) {
      Optional<String> harm = scanner.scan(kind, bytes);
      if (harm.isPresent()) {
        throw new ActionRefusedException("intake.file-harm");
      }
    }
    return String.join(", ", scanners.stream().map(AttachmentScanner::name).toList());
  }

  private static Author author(String actor) {
    return actor.equals(Line.COMPLAINANT)
        ? Author.COMPLAINANT
        : actor.equals(Act.SYSTEM) ? Author.SYSTEM : Author.STAFF;
  }

  /** The name without folders and control characters, short enough to show. */
  private static String plainName(String name) {
    String last = name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
    return last.substring(0, Math.min(last.length(), 120));
  }
}
