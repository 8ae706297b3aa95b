package io.assay.gateway.attachment;

import io.assay.gateway.config.InputConfig;
import io.assay.gateway.decode.Pictures;
import io.assay.gateway.exchange.CarriedFile;
import io.assay.gateway.exchange.CarriedFile.Kind;
import io.assay.gateway.exchange.Result;
import io.assay.gateway.http.Refusal;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one picture or sound of a message. Thread-safe. */
final class FileParts {
  private final InputConfig config;
  private final PictureFetch fetch;

  FileParts(InputConfig config, PictureFetch fetch) {
    this.config = config;
    this.fetch = fetch;
  }

  /**
   * Reads a part, and writes into it what was read.
   *
   * @param words the same part of a copy, which loses the file
   * @param room the most bytes that it may have
   */
  Result<CarriedFile> read(FilePart kind, JsonNode part, JsonNode words, String where, long room) {
    if (part.path(kind.type()) instanceof ObjectNode given
        && words.path(kind.type()) instanceof ObjectNode copy
        && given.path(kind.field()).isString()) {
      copy.remove(kind.field());
      return switch (bytes(kind, given.path(kind.field()).asString(), where, room)) {
        case Result.Refused<byte[]>(var refusal) -> Result.refused(refusal);
        case Result.Ok<byte[]>(var bytes) -> known(kind, bytes, given, where);
      };
    }
    return refused(
        "missing_required_parameter",
        "The part at " + where + " needs '" + kind.type() + "' with '" + kind.field() + "'.",
        where);
  }

  private Result<byte[]> bytes(FilePart kind, String given, String where, long room) {
    if (kind.kind() == Kind.SOUND) {
      return DataUri.base64(given, where, room);
    }
    return DataUri.is(given) ? DataUri.read(given, where, room) : fetch.get(given, where, room);
  }

  private Result<CarriedFile> known(FilePart kind, byte[] bytes, ObjectNode given, String where) {
    var format = Format.sniff(Source.of(bytes)).filter(kind::takes);
    if (format.isEmpty()) {
      return refused(
          "unsupported_file",
          "The file at " + where + " is none of " + kind.formats() + "; send it as one of them.",
          where);
    }
    var fault = kind.kind() == Kind.PICTURE ? fault(bytes, where) : Optional.<Refusal>empty();
    if (fault.isPresent()) {
      return Result.refused(fault.get());
    }
    var file = new CarriedFile(where, kind.kind(), bytes);
    if (kind.kind() == Kind.PICTURE) {
      given.put(kind.field(), file.dataUri());
    } else {
      given.put(kind.field(), Base64.getEncoder().encodeToString(bytes));
      given.put("format", format.get().extension());
    }
    return Result.ok(file);
  }

  private Optional<Refusal> fault(byte[] picture, String where) {
    var shape = Pictures.shape(picture);
    if (shape.isEmpty()) {
      return Optional.of(Refusal.unreadable(where));
    }
    if (shape.get().frames() > 1) {
      return Optional.of(
          Refusal.badRequest(
              "unsupported_file",
              "The picture at " + where + " moves; send one frame of it.",
              where));
    }
    return shape.get().pixels() <= config.pixels()
        ? Optional.empty()
        : Optional.of(
            Refusal.badRequest(
                "file_too_large",
                "The picture at %s has %d by %d pixels; send one of at most %d."
                    .formatted(where, shape.get().width(), shape.get().height(), config.pixels()),
                where));
  }

  private static Result<CarriedFile> refused(String code, String message, String where) {
    return Result.refused(Refusal.badRequest(code, message, where));
  }
}
