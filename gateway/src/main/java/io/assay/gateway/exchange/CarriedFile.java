package io.assay.gateway.exchange;

import static java.util.Objects.requireNonNull;

import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.util.Base64;

/**
 * A picture or a sound that a request or an answer carries, and where: {@code
 * messages[0].content[1]}.
 */
public record CarriedFile(String where, Kind kind, byte[] bytes) {

  /** What it is for the senses. */
  public enum Kind {
    PICTURE("image"),
    SOUND("audio");

    private final String media;

    Kind(String media) {
      this.media = media;
    }

    /** The word by which measures call it. */
    public String media() {
      return media;
    }
  }

  public CarriedFile {
    requireNonNull(where, "where");
    requireNonNull(kind, "kind");
    requireNonNull(bytes, "bytes");
  }

  /** The file as a {@code data:} URI of the type that its bytes have. */
  public String dataUri() {
    var type =
        Format.sniff(Source.of(bytes)).map(Format::mediaType).orElse("application/octet-stream");
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
