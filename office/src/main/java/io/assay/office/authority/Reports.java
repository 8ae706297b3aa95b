package io.assay.office.authority;

import io.assay.gateway.Duty;
import io.assay.office.Cursor;
import io.assay.office.RandomText;
import io.assay.office.Sha256;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.authority.Report.State;
import io.assay.office.authority.Reportable.Matter;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reports to authorities (Art. 10, 11): drafted from a case, approved by a second person, sent and
 * acknowledged. What was approved is what is sent, and what was sent is kept byte for byte.
 */
@Duty({"DS-10", "DS-11"})
@Component
public class Reports {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_BODY = 20_000;

  private final ReportStore store;
  private final Authorities authorities;
  private final List<Reportable> cases;
  private final Papers papers;
  private final Dispatch dispatch;
  private final MessageSource messages;
  private final Journal journal;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Reports(
      ReportStore store,
      Authorities authorities,
      List<Reportable> cases,
      Papers papers,
      Dispatch dispatch,
      MessageSource messages,
      Journal journal,
      Clock clock,
      TransactionTemplate transaction) {
    this.store = store;
    this.authorities = authorities;
    this.cases = List.copyOf(cases);
    this.papers = papers;
    this.dispatch = dispatch;
    this.messages = messages;
    this.journal = journal;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** Drafts a report from what the case knows, to the authority for its type and region. */
  @Transactional
  public Report draft(String about, String region, String actor) {
    return draft(about, region, null, actor);
  }

  private Report draft(String about, String region, @Nullable String supplements, String actor) {
    Matter matter =
        matter(about).orElseThrow(() -> new ActionRefusedException("authority.case.unknown"));
    Authority to = authorities.recipient(region, matter.type());
    Report it =
        new Report(
            RandomText.identifier("rpt_"),
            about,
            to.id(),
            "",
            word("authority.draft.title", about),
            body(matter),
            State.DRAFT,
            supplements,
            actor,
            clock.instant(),
            null,
            null,
            "",
            "",
            "",
            null);
    store.add(it);
    record("authority.drafted", it, actor);
    return it;
  }

  /** Changes a draft; what is approved is not changed any more. */
  @Transactional
  public void write(String id, String authority, String title, String body, String actor) {
    Report it = in(id, State.DRAFT);
    boolean sound =
        !title.isBlank()
            && title.length() <= LONGEST_TITLE
            && !body.isBlank()
            && body.length() <= LONGEST_BODY
            && authorities.find(authority).isPresent();
    if (!sound) {
      throw new ActionRefusedException("authority.text");
    }
    store.write(id, authority, title.strip(), body.strip());
    record("authority.written", it, actor);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void approve(String id, String digest, String approver) {
    Report it = in(id, State.DRAFT);
    if (!Sha256.of(body(it)).equals(digest) || it.draftedBy().equals(approver)) {
      throw new ActionRefusedException("authority.changed");
    }
    String recipient = papers.recipient(it);
    store.approve(id, approver, recipient);
    papers.keep(it, papers.data(it.addressedTo(recipient)));
    record("authority.approved", it, approver);
  }

  /**
   * Sends an approved report by the channel of its authority, or notes that it was handed over.
   *
   * @param receipt the authority's number when it was handed over; may be empty
   * @throws ActionRefusedException naming what went wrong; the report can be sent again
   */
  public void send(String id, String receipt, String actor) {
    Report it = in(id, State.APPROVED);
    Authority to = authorities.find(it.authority()).orElseThrow();
    Instant now = clock.instant();
    Report dated = it.sentAt(now);
    List<Paper> files = papers.all(dated);
    String transfer = dispatch.send(to, dated, files);
    transaction.executeWithoutResult(
        status -> {
          Report locked = store.lock(id).filter(one -> one.state() == State.APPROVED).orElseThrow();
          store.sent(id, now, files.getFirst().sha256(), receipt.strip(), transfer);
          files.forEach(file -> papers.keep(it, file));
          if (locked.supplements() != null) {
            store.turn(locked.supplements(), State.SUPPLEMENTED);
          }
          record("authority.sent", store.find(id).orElseThrow(), actor);
          cases.forEach(one -> one.reported(locked.about(), id, actor));
        });
  }

  @Transactional
  public void acknowledge(String id, String receipt, String actor) {
    Report it = in(id, State.SENT);
    if (receipt.isBlank() || receipt.length() > LONGEST_TITLE) {
      throw new ActionRefusedException("authority.receipt");
    }
    store.acknowledge(id, receipt.strip(), clock.instant());
    record("authority.acknowledged", it, actor);
  }

  /** Drafts what adds to a report that was sent. */
  @Transactional
  public Report supplement(String id, String region, String actor) {
    Report it = find(id).orElseThrow(() -> new ActionRefusedException("authority.unknown"));
    if (!it.state().sent()) {
      throw new ActionRefusedException("authority.step");
    }
    return draft(it.about(), region, it.id(), actor);
  }

  public Optional<Report> find(String id) {
    return store.find(id);
  }

  public List<Report> about(String about) {
    return store.about(about);
  }

  Slice<Report> list(Optional<Cursor> after, int size) {
    return Slice.of(store.list(after, size + 1), size, it -> new Cursor(it.draftedAt(), it.id()));
  }

  Optional<Matter> matter(String about) {
    return cases.stream().flatMap(it -> it.find(about).stream()).findFirst();
  }

  /** What an approver is asked for: exactly the text that was read, by its digest. */
  Wanted proposal(Report it, String reason) {
    Map<String, String> facts = Map.of("title", it.title(), "digest", Sha256.of(body(it)));
    return new Wanted(ReportApproval.KIND, it.id(), facts, reason);
  }

  private String body(Matter matter) {
    String facts =
        matter.facts().stream()
            .map(it -> word("authority.fact." + it.name(), it.value()))
            .collect(Collectors.joining("\n"));
    return word("authority.draft.body", matter.about()) + "\n" + facts;
  }

  private byte[] body(Report it) {
    return String.join("\n", it.authority(), papers.recipient(it), it.title(), it.body())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Reports are written in Chinese, whatever language the writer reads. */
  private String word(String key, String value) {
    return messages.getMessage(key, new Object[] {value}, Locale.SIMPLIFIED_CHINESE);
  }

  private Report in(String id, State state) {
    Report it = store.find(id).orElseThrow(() -> new ActionRefusedException("authority.unknown"));
    if (it.state() != state) {
      throw new ActionRefusedException("authority.step");
    }
    return it;
  }

  private void record(String type, Report it, String actor) {
    journal.write(
        Act.of(
            type,
            actor,
            Map.of(
                "report", it.id(),
                "about", it.about(),
                "authority", it.authority(),
                "pdf_sha256", it.pdfSha256(),
                "transfer", it.transfer(),
                "receipt", it.receipt())));
  }
}
