package io.assay.review.text;

import io.assay.review.Context;
import io.assay.review.Finding;
import io.assay.review.Reviewed;
import io.assay.review.StreamReview;
import io.assay.review.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The review of the streams of one piece of content. */
final class TextReview implements StreamReview {

  private final Engine engine;
  private final Context context;
  private final Instant now;
  private final Map<String, TextStream> streams = new LinkedHashMap<>();

  TextReview(Engine engine, Context context, Instant now) {
    this.engine = engine;
    this.context = context;
    this.now = now;
  }

  /** Reviews a whole text. */
  static Verdict of(String text, Engine engine, Context context, Instant now) {
    Scratch room = Scratch.take();
    try {
      TextStream stream = new TextStream(engine, room, context, now);
      stream.take(text);
      stream.leave(room);
      return verdict(engine, Map.of("", stream));
    } finally {
      room.giveBack();
    }
  }

  @Override
  public String append(String stream, String delta) {
    TextStream named =
        streams.computeIfAbsent(
            stream, unused -> new TextStream(engine, Scratch.fresh(), context, now));
    named.append(delta);
    return blocked() ? "" : named.release();
  }

  @Override
  public String finish(String stream) {
    TextStream named = streams.get(stream);
    if (named == null) {
      return "";
    }
    named.finish();
    return blocked() ? "" : named.release();
  }

  @Override
  public String finish() {
    List<String> open =
        streams.entrySet().stream()
            .filter(entry -> !entry.getValue().finished())
            .map(Map.Entry::getKey)
            .toList();
    if (open.size() > 1) {
      throw new IllegalStateException("several streams are open, end each by its name: " + open);
    }
    return open.isEmpty() ? "" : finish(open.get(0));
  }

  @Override
  public boolean blocked() {
    return streams.values().stream().anyMatch(TextStream::stopped);
  }

  @Override
  public Verdict verdict() {
    return verdict(engine, streams);
  }

  @Override
  public long charactersReviewed() {
    return charactersReviewed(streams);
  }

  private static Verdict verdict(Engine engine, Map<String, TextStream> streams) {
    List<Finding> findings = Findings.of(streams);
    return Verdict.of(
        new Reviewed(
            engine.pool().version(), engine.pool().contentHash(), charactersReviewed(streams)),
        findings);
  }

  private static long charactersReviewed(Map<String, TextStream> streams) {
    long characters = 0;
    for (TextStream stream : streams.values()) {
      characters += stream.scanned();
    }
    return characters;
  }
}
