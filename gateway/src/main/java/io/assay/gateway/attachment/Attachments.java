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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the pictures and sounds out of the messages of a chat. What goes to the upstream is written
 * anew from the bytes that are reviewed, so that both see the same; whatever else a message may
 * carry is refused, because it would go in unreviewed (Art. 10). Thread-safe.
 */
@Duty("DS-10")
public final class Attachments {
  private static final Set<String> WORDS = Set.of("text", "refusal");

  /** Fields by which some services take files beside the parts. */
  private static final Set<String> BESIDE =
      Set.of("images", "image", "audios", "videos", "video", "files", "attachments");

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
      var refusal = message(messages.get(i), i, taken);
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

  private Optional<Refusal> message(JsonNode given, int message, Taking taking) {
    var beside =
        given.properties().stream().map(Map.Entry::getKey).filter(BESIDE::contains).findAny();
    if (beside.isPresent()) {
      var where = "messages[" + message + "]." + beside.get();
      return Optional.of(unsupported("files beside the parts", where));
    }
    var place = "messages[" + message + "].content";
    var content = given.path("content");
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
    var foreign =
        part.properties().stream()
            .map(Map.Entry::getKey)
            .filter(field -> !Set.of("type", type, "cache_control").contains(field))
            .findAny();
    if (foreign.isPresent()) {
      return Optional.of(
          unsupported("a part of type '" + type + "' with '" + foreign.get() + "'", where));
    }
    if (WORDS.contains(type)) {
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
    return switch (parts.read(kind.get(), part, words, where, room(taking))) {
      case Result.Refused<CarriedFile>(var refusal) -> Optional.of(refusal);
      case Result.Ok<CarriedFile>(var file) -> {
        var field = "attachment-" + (taking.attachments.size() + 1);
        var labels = label.received(file.bytes());
        taking.attachments.add(new Attachment(field, file, labels));
        yield Optional.empty();
      }
    };
  }

  /** How large the next file may be: all together are at most twice the largest. */
  private long room(Taking taking) {
    long taken = taking.attachments.stream().mapToLong(it -> it.file().bytes().length).sum();
    return Math.clamp(2 * config.fileBytes() - taken, 0, config.fileBytes());
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
