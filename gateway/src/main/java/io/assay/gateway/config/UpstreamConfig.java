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
    return models.stream().anyMatch(pattern -> ModelPattern.matches(pattern, model));
  }
}
