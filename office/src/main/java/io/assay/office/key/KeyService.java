package io.assay.office.key;

import io.assay.office.BearerSecret;
import io.assay.office.Cursor;
import io.assay.office.RandomText;
import io.assay.office.Slice;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.subject.SubjectService;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of API keys. */
@Component
public class KeyService {
  private static final String PREFIX = "assay_sk_";
  private static final int LONGEST_NAME = 100;

  private final KeyStore store;
  private final SubjectService subjects;
  private final Journal journal;
  private final Clock clock;

  KeyService(KeyStore store, SubjectService subjects, Journal journal, Clock clock) {
    this.store = store;
    this.subjects = subjects;
    this.journal = journal;
    this.clock = clock;
  }

  /** A new key for the subject, or empty when there is no such subject or the name is no name. */
  @Transactional
  public Optional<IssuedKey> issue(String subject, String name, String actor) {
    String wanted = name.strip();
    if (wanted.isEmpty() || wanted.length() > LONGEST_NAME || subjects.find(subject).isEmpty()) {
      return Optional.empty();
    }
    BearerSecret secret = BearerSecret.random(PREFIX);
    Key key =
        new Key(
            RandomText.identifier("key_"),
            subject,
            wanted,
            secret.hint(),
            clock.instant(),
            actor,
            null);
    store.add(key, secret.sha256());
    journal.write(Act.of("key.created", actor, Map.of("key", key.id(), "subject", subject)));
    return Optional.of(new IssuedKey(key, secret));
  }

  /** Whether a key in force was revoked. */
  @Transactional
  public boolean revoke(String id, String actor) {
    if (!store.revoke(id, clock.instant())) {
      return false;
    }
    journal.write(Act.of("key.revoked", actor, Map.of("key", id)));
    return true;
  }

  public Optional<Key> find(String id) {
    return store.find(id);
  }

  /** A page of a subject's keys, the oldest first. */
  public Slice<Key> of(String subject, Optional<Cursor> after, int size) {
    return Slice.of(
        store.of(subject, after, size + 1), size, it -> new Cursor(it.createdAt(), it.id()));
  }

  /** Every key of a subject, the oldest first. */
  public List<Key> of(String subject) {
    return store.of(subject);
  }
}
