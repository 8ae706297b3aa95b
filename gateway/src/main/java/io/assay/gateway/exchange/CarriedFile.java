package io.assay.gateway.exchange;

import static java.util.Objects.requireNonNull;

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
}
