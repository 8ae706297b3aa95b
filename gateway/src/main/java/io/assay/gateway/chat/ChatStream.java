package io.assay.gateway.chat;

import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.exchange.Carried;
import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.exchange.Exit;
import io.assay.gateway.exchange.Findings;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.exchange.Review;
import io.assay.gateway.http.Json;
import io.assay.gateway.journal.Journal.Position;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.OutputRecord;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import io.assay.gateway.upstream.SseEvent;
import io.assay.gateway.upstream.UpstreamException;
import io.assay.review.StreamReview;
import io.assay.review.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One streamed answer: takes the upstream's events, reviews every text as it grows, lets go of what
 * is decided, and ends with the record before the last chunk. A block cuts it off; one that is held
 * is read to its end, so that it is reviewed and given back whole. Not thread-safe.
 */
final class ChatStream {
  private final Exchange exchange;
  private final StreamReview review;
  private final Recorder recorder;
  private final LabelConfig config;
  private final ChatLabel label;
  private final ChatChunks chunks;
  private final boolean withUsage;
  private final SortedMap<Integer, ChatChoice> choices = new TreeMap<>();
  private ObjectNode usage = Json.object();
  private long reviewNanos;
  private boolean done;

  ChatStream(Exchange exchange, StreamReview review, Recorder recorder, LabelConfig config) {
    this.exchange = exchange;
    this.review = review;
    this.recorder = recorder;
    this.config = config;
    this.label = ChatLabel.of(config, exchange);
    this.withUsage = ChatRequest.wantsUsage(exchange.ask().body());
    this.chunks = new ChatChunks(exchange, withUsage);
  }

  /** Takes the events of one read; whether more are wanted. */
  boolean take(List<SseEvent> batch) {
    long from = System.nanoTime();
    for (var event : batch) {
      if (event.data().equals("[DONE]")) {
        done = true;
        break;
      }
      take(event);
      if (cutOff()) {
        break;
      }
    }
    reviewNanos += System.nanoTime() - from;
    return !done && !cutOff();
  }

  private void take(SseEvent event) {
    var chunk = read(event);
    if (chunk.has("error") || event.name().equals("error")) {
      throw new UpstreamException("the upstream reported an error in its stream");
    }
    if (chunk.path("usage") instanceof ObjectNode given) {
      usage = given;
    }
    for (var each : chunk.path("choices")) {
      choices
          .computeIfAbsent(
              each.path("index").asInt(0), index -> new ChatChoice(index, review, chunks, label))
          .take(each);
    }
  }

  private static JsonNode read(SseEvent event) {
    try {
      return Json.read(event.data());
    } catch (JacksonException e) {
      throw new UpstreamException("the upstream sent an event that is not JSON", e);
    }
  }

  /** Whether no more of the answer is wanted. */
  boolean cutOff() {
    return review.blocked() && review.verdict() instanceof Verdict.Block;
  }

  byte[] drain() {
    return chunks.drain();
  }

  /** Ends the answer: the rest of the text, the labels, the record, then the last chunks. */
  void close() {
    if (!done && !review.blocked()) {
      throw new UpstreamException("the upstream's stream ended before its end mark");
    }
    if (choices.isEmpty()) {
      throw new UpstreamException("the upstream's stream held no answer");
    }
    var step = exchange.trail().begin(Name.OUTPUT_REVIEW);
    choices.values().forEach(ChatChoice::finish);
    var verdict = review.verdict();
    long received = choices.values().stream().mapToLong(ChatChoice::received).sum();
    long reviewed = review.charactersReviewed();
    exchange.reviewedOutput(reviewed, received);
    step.end(
        Review.decision(verdict),
        Review.counted(reviewed, received),
        Findings.of(verdict),
        reviewNanos);
    mark();
    if (Review.passes(verdict)) {
      made(released());
      var beside = beside(recorder.delivered(exchange, Exit.CHAT_STREAM));
      choices.values().forEach(choice -> choice.end(beside));
    } else {
      made(arrived());
      recorder.keepAnswer(exchange, Json.bytes(whole()));
      boolean held = verdict instanceof Verdict.Hold;
      var recorded = recorder.withheld(exchange, Exit.CHAT_STREAM, verdict);
      var text = held ? ChatRefusal.held(exchange.id()) : ChatRefusal.text(exchange.id());
      var refusal = ChatRefusal.fields(config.refusalChannel(), text);
      var beside = withModeration(recorded, verdict);
      choices.values().forEach(choice -> choice.withhold(refusal, beside));
    }
    if (withUsage && !usage.isEmpty()) {
      chunks.usage(usage);
    }
    chunks.done();
  }

  private void made(List<Carried> texts) {
    exchange.made(OutputRecord.whole(recorder.measure(exchange, OutputRecord.FIELD, texts)));
  }

  private void mark() {
    var step = exchange.trail().begin(Name.MARK);
    choices.values().forEach(ChatChoice::closeLabel);
    step.end(Decision.DONE, "statement in the text, fields in the last chunk");
    var readBack = exchange.trail().begin(Name.READ_BACK);
    var found = new ArrayList<LabelRecord>();
    choices.values().forEach(choice -> found.addAll(choice.labels()));
    found.add(label.implicit(label.fields()));
    exchange.labelled(found);
    readBack.end(Decision.DONE, found.size() + " labels found again");
  }

  private ObjectNode beside(Position recorded) {
    var beside = Json.object();
    beside.set("assay", label.fields().put("receipt", recorded.receipt()));
    return beside;
  }

  private ObjectNode withModeration(Position recorded, Verdict verdict) {
    var beside = beside(recorded);
    beside.set("moderation", Moderation.output(verdict));
    return beside;
  }

  /** The answer as far as it came, in the shape of one that was not streamed. */
  private ObjectNode whole() {
    var answer = Json.object().put("object", "chat.completion");
    answer.put("created", exchange.at().getEpochSecond()).put("model", exchange.ask().model());
    var all = answer.putArray("choices");
    choices.values().forEach(choice -> all.add(choice.whole(done)));
    return answer;
  }

  /** What whoever decides has to see of an answer that was stopped. */
  private List<Carried> arrived() {
    return choices.values().stream().map(ChatChoice::arrived).toList();
  }

  private List<Carried> released() {
    return choices.values().stream().map(ChatChoice::released).toList();
  }
}
