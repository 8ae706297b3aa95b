package io.assay.gateway.attachment;

import io.assay.gateway.exchange.CarriedFile.Kind;
import io.assay.mark.container.Format;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The parts of a message that carry a file. */
enum FilePart {
  IMAGE_URL(
      "image_url", "url", Kind.PICTURE, Set.of(Format.PNG, Format.JPEG, Format.WEBP, Format.GIF)),
  INPUT_AUDIO("input_audio", "data", Kind.SOUND, Set.of(Format.WAV, Format.MP3));

  private final String type;
  private final String field;
  private final Kind kind;
  private final Set<Format> formats;

  FilePart(String type, String field, Kind kind, Set<Format> formats) {
    this.type = type;
    this.field = field;
    this.kind = kind;
    this.formats = formats;
  }

  static Optional<FilePart> of(String type) {
    return Arrays.stream(values()).filter(part -> part.type.equals(type)).findFirst();
  }

  /** The name of the part and of the object in it. */
  String type() {
    return type;
  }

  /** The field that carries the file. */
  String field() {
    return field;
  }

  Kind kind() {
    return kind;
  }

  boolean takes(Format format) {
    return formats.contains(format);
  }

  /** The formats in the order of their names. */
  String formats() {
    return String.join(", ", formats.stream().map(Format::name).sorted().toList());
  }
}
