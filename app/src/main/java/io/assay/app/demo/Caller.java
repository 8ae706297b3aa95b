package io.assay.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls the gateway as a tenant's program does. */
final class Caller {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String gateway;

  Caller(String gateway) {
    this.gateway = gateway;
  }

  int chat(String key, String words) {
    var body = JSON.createObjectNode().put("model", "sample-chat");
    body.putArray("messages").addObject().put("role", "user").put("content", words);
    return post(key, "/v1/chat/completions", body);
  }

  int picture(String key, String words) {
    return post(
        key,
        "/v1/images/generations",
        JSON.createObjectNode().put("model", "sample-image").put("prompt", words));
  }

  int speech(String key, String words) {
    return post(
        key,
        "/v1/audio/speech",
        JSON.createObjectNode()
            .put("model", "sample-speech")
            .put("voice", "sample")
            .put("input", words));
  }

  int publish(String key, String title, String words) {
    return post(
        key, "/v1/publications", JSON.createObjectNode().put("title", title).put("text", words));
  }

  int reprint(String key, String title, String words, String unit, String day, String original) {
    var body = JSON.createObjectNode().put("title", title).put("text", words).put("form", "news");
    body.putObject("news")
        .put("unit", unit)
        .put("title", title)
        .put("url", "https://news.example.com/" + day)
        .put("published_on", day)
        .put("text", original);
    return post(key, "/v1/publications", body);
  }

  private int post(String key, String path, ObjectNode body) {
    var request =
        HttpRequest.newBuilder(URI.create(gateway + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway is out of reach", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
