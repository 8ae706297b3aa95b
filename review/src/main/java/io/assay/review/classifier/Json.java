package io.assay.review.classifier;

import tools.jackson.databind.json.JsonMapper;

/** JSON as the remote services speak it. */
final class Json {

  static final JsonMapper MAPPER = JsonMapper.shared();

  private Json() {}

  static String quoted(String text) {
    return MAPPER.writeValueAsString(text);
  }
}
