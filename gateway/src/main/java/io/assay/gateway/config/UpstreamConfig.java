package io.assay.gateway.config;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One OpenAI-compatible model service.
 *
 * @param name how records and errors call it
 * @param baseUrl up to and including {@code /v1}
 * @param apiKey sent as a bearer token; empty for none
 * @param models the models it serves, {@code *} standing for any characters; empty for all
 */
public record UpstreamConfig(String name, URI baseUrl, String apiKey, List<String> models) {
  public UpstreamConfig(
      @Nullable String name,
      @Nullable URI baseUrl,
      @Nullable String apiKey,
      @Nullable List<String> models) {
    if (baseUrl == null || baseUrl.getHost() == null) {
      throw new SettingsException(
          "an upstream needs a baseUrl such as https://models.example.com/v1, not '"
              + baseUrl
              + "'");
    }
    this.baseUrl = baseUrl;
    this.name = Objects.requireNonNullElse(name, baseUrl.getHost());
    this.apiKey = Objects.requireNonNullElse(apiKey, "");
    this.models = models == null ? List.of("*") : List.copyOf(models);
  }

  public boolean serves(String model) {
    return models.stream().anyMatch(pattern -> matches(pattern, model));
  }

  private static boolean matches(String pattern, String model) {
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
