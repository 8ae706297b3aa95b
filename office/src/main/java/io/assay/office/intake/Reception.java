package io.assay.office.intake;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.gateway.Duty;
import io.assay.office.RandomText;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.deadline.Deadlines;
import io.assay.office.deadline.Deadlines.Task;
import io.assay.office.intake.Appealable.Contested;
import io.assay.office.intake.CaseFile.Sent;
import io.assay.office.intake.Line.Author;
import io.assay.office.journal.Act;
import io.assay.office.notice.AddressBook;
import io.assay.office.notice.Kind;
import io.assay.office.notice.Notice;
import io.assay.office.notice.Notice.Fact;
import io.assay.office.notice.Notices;
import io.assay.office.notice.Recipient;
import io.assay.office.staff.Right;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the public does: comes in, reads its own case, answers, takes it back (Art. 12). */
@Duty("DS-12")
@Component
public class Reception implements AddressBook {
  private static final String BOOK = "intake";
  private static final int LONGEST_REFERENCE = 200;

  private final CaseStore cases;
  private final LineStore lines;
  private final CaseFile file;
  private final Sealer sealer;
  private final Deadlines deadlines;
  private final Notices notices;
  private final List<Appealable> appealables;
  private final IntakeNumbers numbers;
  private final Clock clock;

  Reception(
      CaseStore cases,
      LineStore lines,
      CaseFile file,
      Sealer sealer,
      Deadlines deadlines,
      Notices notices,
      List<Appealable> appealables,
      IntakeNumbers numbers,
      Clock clock) {
    this.cases = cases;
    this.lines = lines;
    this.file = file;
    this.sealer = sealer;
    this.deadlines = deadlines;
    this.notices = notices;
    this.appealables = List.copyOf(appealables);
    this.numbers = numbers;
    this.clock = clock;
  }

  /** What somebody filled in; everything but the text may be empty. */
  record Form(Door door, String about, String topic, String text, String mail, String language) {}

  /** A case that was taken in, and the only copy of its code. */
  record Received(IntakeCase intake, ReceiptCode code) {}

  /** The decision that a reference names, if anything here knows it. */
  Optional<Contested> contested(String reference) {
    String wanted = reference(reference);
    return appealables.stream().flatMap(it -> it.find(wanted).stream()).findFirst();
  }

  /**
   * Takes a case in and starts its clocks with what is promised today.
   *
   * @throws ActionRefusedException when the text is missing or too long, the address is none, an
   *     appeal names no decision that is known, or a file is refused
   */
  @Transactional
  Received submit(Form form, List<Sent> files) {
    String text = CaseFile.checked(form.text());
    String about = reference(form.about());
    String mail = form.mail().strip();
    if (about.length() > LONGEST_REFERENCE || (!mail.isEmpty() && !address(mail))) {
      throw new ActionRefusedException("intake.mail");
    }
    Optional<Contested> contested = contested(about);
    if (form.door() == Door.APPEAL && contested.isEmpty()) {
      throw new ActionRefusedException("intake.about.unknown");
    }
    Instant now = clock.instant();
    if (form.door() == Door.APPEAL && contested.filter(it -> it.closed(now)).isPresent()) {
      throw new ActionRefusedException("intake.about.late");
    }
    String id = RandomText.identifier("cas_");
    IntakeCase it =
        new IntakeCase(
            id,
            form.door(),
            CaseState.RECEIVED,
            about,
            form.topic(),
            !mail.isEmpty(),
            form.language(),
            now,
            null,
            contested.map(found -> String.join(" ", found.deciders())).orElse(""),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    ReceiptCode code = ReceiptCode.random();
    cases.add(it, sealer.fingerprint(code.text()), mail.isEmpty() ? null : sealer.seal(id, mail));
    file.write(id, Author.COMPLAINANT, Line.COMPLAINANT, CaseState.RECEIVED, text);
    file.attach(id, files);
    deadlines.start(task(it.door().acknowledge(), it), now);
    deadlines.start(task(it.door().decide(), it), now);
    file.record(
        "intake.received", it, Act.VISITOR, Map.of("about", about, "files", (long) files.size()));
    notices.send(
        new Notice(
            id + "/received",
            Kind.INTAKE_RECEIVED,
            id,
            "",
            it.path(),
            Recipient.holders(Right.CASE_WRITE),
            List.of(new Fact("door", it.door().name()), new Fact("case", id)),
            false));
    return new Received(it, code);
  }

  /** The case of a receipt code. */
  Optional<IntakeCase> byCode(Door door, ReceiptCode code) {
    return cases.byCode(sealer.fingerprint(code.text())).filter(it -> it.door() == door);
  }

  /** On which ground an appeal was not accepted; empty where it was, or still may be. */
  Optional<RefusalGround> ground(IntakeCase it) {
    return cases.refused(it.id());
  }

  /** What the complainant may read of the history. */
  List<Line> timeline(IntakeCase it) {
    return lines.of(it.id()).stream().filter(Line::forComplainant).map(Line::withoutName).toList();
  }

  List<Attachment> attachments(IntakeCase it) {
    return lines.attachments(it.id());
  }

  /** The complainant adds something, as long as the case is not closed. */
  @Transactional
  void answer(IntakeCase known, String text, List<Sent> files) {
    IntakeCase it = file.lock(known.id());
    boolean ended = it.state() == CaseState.CLOSED || it.state() == CaseState.WITHDRAWN;
    if (ended
        || lines.count(it.id(), clock.instant().minus(Duration.ofDays(1)))
            >= numbers.messagesPerDay()) {
      throw new ActionRefusedException("intake.step");
    }
    file.say(it, Author.COMPLAINANT, Line.COMPLAINANT, text);
    file.attach(it.id(), files);
  }

  @Transactional
  void withdraw(IntakeCase known) {
    IntakeCase it = file.lock(known.id());
    file.move(it, CaseState.WITHDRAWN, Line.COMPLAINANT, null);
    cases.close(it.id(), clock.instant());
    deadlines.drop(it.id(), "withdrawn by the complainant");
  }

  /**
   * The complainant says how content they are, once there is a result, and once.
   *
   * @throws ActionRefusedException {@code intake.step} before, and the second time
   */
  @Transactional
  void rate(IntakeCase known, Satisfaction satisfaction) {
    IntakeCase it = file.lock(known.id());
    refuseUnless(it.ratable(), "intake.step");
    cases.rate(it.id(), satisfaction);
    file.record("intake.rated", it, Act.VISITOR, Map.of("satisfaction", satisfaction.name()));
  }

  /** The complainant reads the case, on their own page or by a program: a result is delivered. */
  @Transactional
  void seen(IntakeCase known, String how) {
    IntakeCase it = file.lock(known.id());
    cases.read(it.id(), clock.instant());
    if (it.state().awaitsFeedback()) {
      delivered(it, how);
    }
  }

  /** Tells the complainant by mail that there is something to read, never what. */
  void tell(IntakeCase it, String what) {
    String key = it.id() + "/" + what;
    tell(it, what, what.equals("message") ? key + "/" + clock.instant() : key);
  }

  /** Cases about one of these that still have somebody to tell, by identifier. */
  public List<String> about(Collection<String> references) {
    return cases.about(references);
  }

  /**
   * Writes into the case what its complainant has to know, and tells them by mail.
   *
   * @param key what makes it this notice in the outbox
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void inform(String id, String text, String key, String actor) {
    IntakeCase it = file.lock(id);
    file.say(it, Author.STAFF, actor, text);
    tell(it, "message", key);
  }

  private void tell(IntakeCase it, String what, String key) {
    notices.send(
        new Notice(
            key,
            Kind.of("intake." + what),
            it.id(),
            "",
            it.door().path(),
            complainant(it),
            List.of(new Fact("case", it.id())),
            false));
  }

  void delivered(IntakeCase it, String how) {
    file.move(it, CaseState.NOTIFIED, Act.SYSTEM, null);
    cases.notified(it.id(), clock.instant());
    file.record("intake.feedback_delivered", it, Act.SYSTEM, Map.of("how", how));
  }

  @Override
  public String name() {
    return BOOK;
  }

  @Override
  public Optional<Address> find(String reference) {
    return cases
        .find(reference)
        .flatMap(
            it ->
                cases
                    .contact(it.id())
                    .map(
                        closed ->
                            new Address(sealer.text(it.id(), closed), Locale.of(it.language()))));
  }

  /** What a person names; of an address its last part, which is the number. */
  private static String reference(String about) {
    return about.strip().replaceFirst("^https?://[^?#]*/([^/?#]+)/?([?#].*)?$", "$1");
  }

  private static Recipient complainant(IntakeCase it) {
    return new Recipient.Person(BOOK, it.id());
  }

  private static Task task(String rule, IntakeCase it) {
    return new Task(rule, it.id(), it.path(), Right.CASE_WRITE);
  }

  private static boolean address(String mail) {
    return mail.length() <= 254
        && mail.matches("[^\\s@<>\",;:\\\\]+@[^\\s@<>\",;:\\\\]+\\.[^\\s@.]+");
  }
}
