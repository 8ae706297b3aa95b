package io.assay.gateway.exchange;

import io.assay.gateway.access.ApiKey;
import io.assay.gateway.access.Release;
import io.assay.gateway.access.Reminding.Due;
import io.assay.gateway.access.Reminding.Moment;
import io.assay.gateway.http.Inbound;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.AttachmentRecord;
import io.assay.gateway.journal.ContentRecord;
import io.assay.gateway.journal.ExchangeClosed;
import io.assay.gateway.journal.ExchangeReceived;
import io.assay.gateway.journal.Journal.Kept;
import io.assay.gateway.journal.Journal.Position;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.Measure;
import io.assay.gateway.journal.Origin;
import io.assay.gateway.journal.Outcome;
import io.assay.gateway.journal.OutputRecord;
import io.assay.gateway.journal.Reviewed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One exchange on its way: what is known of it so far. Belongs to one thread. */
public final class Exchange {
  private final Inbound inbound;
  private final Instant at;
  private final Trail trail = new Trail();
  private final List<LabelRecord> labels = new ArrayList<>();
  private final List<ContentRecord> contents = new ArrayList<>();
  private @Nullable ApiKey caller;
  private @Nullable Ask ask;
  private Reviewed reviewed = Reviewed.NOTHING;
  private List<OutputRecord> outputs = List.of();
  private String pool = "";
  private List<String> held = List.of();
  private String answer = "";
  private Optional<Release> released = Optional.empty();
  private Optional<Due> reminder = Optional.empty();
  private final Queue<Kept> kept = new ConcurrentLinkedQueue<>();
  private Optional<FutureTask<Void>> received = Optional.empty();
  private boolean closed;

  Exchange(Inbound inbound, Instant at) {
    this.inbound = inbound;
    this.at = at;
  }

  /** When it began. */
  public Instant at() {
    return at;
  }

  public String id() {
    return inbound.id();
  }

  public Inbound inbound() {
    return inbound;
  }

  public Trail trail() {
    return trail;
  }

  public void calledBy(ApiKey key) {
    caller = key;
  }

  public ApiKey caller() {
    return Optional.ofNullable(caller)
        .orElseThrow(() -> new IllegalStateException("the caller is not known yet"));
  }

  void asks(Ask what) {
    ask = what;
  }

  public Ask ask() {
    return Optional.ofNullable(ask)
        .orElseThrow(() -> new IllegalStateException("the request is not read yet"));
  }

  public List<LabelRecord> labels() {
    return List.copyOf(labels);
  }

  public void labelled(List<LabelRecord> found) {
    labels.addAll(found);
  }

  public void issued(ContentRecord content) {
    contents.add(content);
  }

  /** Notes a payload that must be on the disk before the exchange ends; from any thread. */
  void keeps(Kept payload) {
    kept.add(payload);
  }

  /** Waits until every payload is on the disk; throws when one never will be. */
  void awaitKept() {
    kept.forEach(Kept::durable);
  }

  /** Notes the files of the request on which a person decides. */
  void holds(List<CarriedFile> files) {
    held =
        ask().attachments().stream()
            .filter(it -> files.contains(it.file()))
            .map(Attachment::field)
            .toList();
  }

  /** Notes what released the answer that is to leave. */
  void releasedBy(Release release) {
    released = Optional.of(release);
  }

  /** What released the answer that is to leave; empty when it came from an upstream. */
  Optional<Release> released() {
    return released;
  }

  /** Notes the commitment to an answer that was stopped, kept as it came. */
  void stopped(String commitment) {
    answer = commitment;
  }

  /** Notes what is kept of the answer. */
  public void made(List<OutputRecord> parts) {
    outputs = List.copyOf(parts);
  }

  void reviewedInput(String poolVersion, long characters, long of) {
    pool = poolVersion;
    reviewed = new Reviewed(characters, of, reviewed.output(), reviewed.outputOf());
  }

  public void reviewedOutput(long characters, long of) {
    reviewed = new Reviewed(reviewed.input(), reviewed.inputOf(), characters, of);
  }

  /** Notes of what the subject is to be reminded. */
  void reminds(Due due) {
    reminder = Optional.of(due);
  }

  /** What the headers of a reply say of its content, its labels and the subject's duties. */
  public Map<String, String> headers() {
    var headers = new TreeMap<String, String>();
    headers.put("x-assay-content-id", id());
    headers.put("x-assay-label", "explicit,implicit");
    reminder.ifPresent(
        due -> {
          var words = due.moments().stream().map(Moment::word).toList();
          headers.put("x-assay-reminder", String.join(",", words));
          headers.put("x-assay-reminder-url", due.url());
        });
    return headers;
  }

  /** The same of a whole reply, with its record. */
  public Map<String, String> headers(Position recorded) {
    var headers = headers();
    headers.put("x-assay-receipt", recorded.receipt());
    return headers;
  }

  /** Whether nobody known asked for anything: such a call leaves no entry. */
  boolean anonymous() {
    return caller == null;
  }

  boolean closed() {
    return closed;
  }

  /** Starts to write the first entry on a thread of its own. */
  void receiving(Consumer<BiFunction<Measure, List<AttachmentRecord>, ExchangeReceived>> write) {
    var origin = origin();
    var stream = ask().stream();
    var task =
        new FutureTask<Void>(
            () ->
                write.accept(
                    (input, files) -> new ExchangeReceived(id(), origin, stream, input, files)),
            null);
    received = Optional.of(task);
    Thread.ofVirtual().start(task);
  }

  /** Waits until the first entry is on its way to the disk; throws when it never will be. */
  void awaitReceived() {
    try {
      if (received.isPresent()) {
        received.get().get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the request was not recorded", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while recording", e);
    }
  }

  ExchangeClosed close(Outcome outcome, String code, String exit) {
    closed = true;
    return new ExchangeClosed(
        id(),
        origin(),
        ask != null && ask.stream(),
        outcome,
        code,
        exit,
        pool,
        labels.isEmpty() ? "" : id(),
        trail.steps(),
        labels,
        contents,
        outputs,
        reviewed,
        held,
        answer,
        released.map(Release::review).orElse(""));
  }

  /** Takes an end back that was written but is not true; another has to be written. */
  void reopen() {
    closed = false;
  }

  ExchangeClosed close(Refusal refusal) {
    return close(refusal.outcome(), refusal.code(), "");
  }

  private Origin origin() {
    var key = caller == null ? new ApiKey("", "", "") : caller;
    return new Origin(
        key.tenant(),
        key.id(),
        key.subject(),
        inbound.path(),
        ask == null ? "" : ask.capability(),
        ask == null ? "" : ask.model());
  }
}
