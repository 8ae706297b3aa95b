package io.assay.gateway.attachment;

import io.assay.gateway.Duty;
import io.assay.gateway.config.InputConfig;
import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.exchange.Attachment;
import io.assay.gateway.exchange.CarriedFile;
import io.assay.gateway.exchange.Result;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.label.MediaLabel;
import io.assay.gateway.label.Sealing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the pictures and sounds out of the messages of a chat. What goes to the upstream is written
 * anew from the bytes that are reviewed, so that both see the same; whatever else a message may
 * carry is refused, because it would go in unreviewed (Art. 10). Thread-safe.
 */
@Duty("DS-10")
public final class Attachments {
  private final InputConfig config;
  private final FileParts parts;
  private final MediaLabel label;

  public Attachments(InputConfig config, PictureFetch fetch, MediaLabel label) {
    this.config = config;
    this.parts = new FileParts(config, fetch);
    this.label = label;
  }

  /** By the default bounds, with no address allowed and no seal read. */
  public static Attachments standard() {
    var config = InputConfig.defaults();
    var unsealed = new Sealing(Optional.empty(), Optional.empty());
    return new Attachments(
        config,
        new PictureFetch(config),
        new MediaLabel(LabelConfig.defaults(), unsealed, config.fileBytes()));
  }

  /**
   * What was taken out of a request.
   *
   * @param words the request without the files
   */
  public record Taken(List<Attachment> attachments, ObjectNode words) {
    public Taken {
      attachments = List.copyOf(attachments);
    }
  }

  /** Takes the files out of a request, in which they then stand as the upstream gets them. */
  public Result<Taken> take(ObjectNode body) {
    var taken = new Taking(body.deepCopy());
    var messages = body.path("messages");
    for (int i = 0; i < messages.size(); i++) {
      var refusal = message(messages.get(i).path("content"), i, taken);
      if (refusal.isPresent()) {
        return Result.refused(refusal.get());
      }
    }
    return Result.ok(new Taken(taken.attachments, taken.words));
  }

  /** A request while it is taken apart. */
  private static final class Taking {
    private final ObjectNode words;
    private final List<Attachment> attachments = new ArrayList<>();

    Taking(ObjectNode words) {
      this.words = words;
    }

    JsonNode words(int message, int part) {
      return words.path("messages").path(message).path("content").path(part);
    }
  }

  private Optional<Refusal> message(JsonNode content, int message, Taking taking) {
    var place = "messages[" + message + "].content";
    if (content.isObject()) {
      return Optional.of(unsupported("an object", place));
    }
    for (int i = 0; content.isArray() && i < content.size(); i++) {
      var refusal = part(content.get(i), taking.words(message, i), place + "[" + i + "]", taking);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> part(JsonNode part, JsonNode words, String where, Taking taking) {
    var type = part.path("type").asString("");
    if (type.equals("text") || type.equals("refusal")) {
      return Optional.empty();
    }
    var kind = FilePart.of(type);
    if (kind.isEmpty()) {
      return Optional.of(unsupported("a part of type '" + type + "'", where));
    }
    if (taking.attachments.size() == config.files()) {
      return Optional.of(
          Refusal.badRequest(
              "too_many_files",
              "A request carries at most " + config.files() + " pictures and sounds.",
              where));
    }
    return switch (parts.read(kind.get(), part, words, where)) {
      case Result.Refused<CarriedFile>(var refusal) -> Optional.of(refusal);
      case Result.Ok<CarriedFile>(var file) -> {
        var field = "attachment-" + (taking.attachments.size() + 1);
        var labels = label.received(file.bytes());
        taking.attachments.add(new Attachment(field, file, labels));
        yield Optional.empty();
      }
    };
  }

  private static Refusal unsupported(String what, String where) {
    return Refusal.badRequest(
        "unsupported_content",
        "The content at "
            + where
            + " is "
            + what
            + ", which cannot be reviewed here; send parts of type text, image_url or input_audio.",
        where);
  }
}
