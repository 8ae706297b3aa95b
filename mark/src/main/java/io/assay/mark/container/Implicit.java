package io.assay.mark.container;

import java.util.Optional;

/**
 * What a carrier writes: the AIGC value and, where the container has XMP or markup, the IPTC
 * digital source type.
 *
 * @param json the seven fields as one JSON object, in ASCII
 * @param digitalSourceType a URI of the IPTC vocabulary, or empty
 */
public record Implicit(String json, Optional<String> digitalSourceType) {
  public Implicit {
    if (!json.startsWith("{") || !json.endsWith("}")) {
      throw new IllegalArgumentException("the AIGC value must be a JSON object, got " + json);
    }
    if (!json.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException("the AIGC value must be printable ASCII");
    }
  }
}
