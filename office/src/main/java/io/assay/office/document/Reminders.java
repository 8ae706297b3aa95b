package io.assay.office.document;

import io.assay.gateway.Duty;
import io.assay.office.Sha256;
import io.assay.office.document.Reminder.Moment;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.subject.Subject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminders of duties at first use, at biometric tools and at export, each acknowledged. */
@Duty("DS-8")
@Component
public class Reminders {
  private final ReminderStore store;
  private final MessageSource messages;
  private final Journal journal;
  private final Clock clock;

  Reminders(ReminderStore store, MessageSource messages, Journal journal, Clock clock) {
    this.store = store;
    this.messages = messages;
    this.journal = journal;
    this.clock = clock;
  }

  /** Records that the subject saw the words of that moment and acknowledged them. */
  @Transactional
  public Reminder acknowledge(Subject subject, Moment moment, Locale language, String actor) {
    String words = messages.getMessage(moment.words(), null, language);
    Reminder reminder =
        new Reminder(
            subject.id(), moment, clock.instant(), language.getLanguage(), Sha256.of(words), actor);
    store.add(reminder);
    journal.write(
        Act.of(
            "document.reminded",
            actor,
            Map.of(
                "subject", subject.id(),
                "moment", moment.name(),
                "language", reminder.language(),
                "sha256", reminder.sha256())));
    return reminder;
  }

  /** The latest first. */
  public List<Reminder> of(String subject) {
    return store.of(subject);
  }

  /** Moments of which the subject has acknowledged no reminder yet. */
  public List<Moment> open(String subject) {
    List<Moment> seen = of(subject).stream().map(Reminder::moment).toList();
    return Stream.of(Moment.values()).filter(moment -> !seen.contains(moment)).toList();
  }
}
