package io.assay.gateway.config;

/** Names of models in the configuration, one {@code *} standing for any characters. */
final class ModelPattern {
  private ModelPattern() {}

  static boolean matches(String pattern, String model) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(model);
    }
    var head = pattern.substring(0, star);
    var tail = pattern.substring(star + 1);
    if (tail.indexOf('*') >= 0) {
      throw new SettingsException("'" + pattern + "' has more than one *; one is enough");
    }
    return model.length() >= head.length() + tail.length()
        && model.startsWith(head)
        && model.endsWith(tail);
  }
}
