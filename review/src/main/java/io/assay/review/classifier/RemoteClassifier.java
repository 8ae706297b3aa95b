package io.assay.review.classifier;

import io.assay.review.classifier.JsonService.Body;
import io.assay.review.classifier.JsonService.Signing;
import io.assay.review.classifier.Outcome.Failed;
import io.assay.review.classifier.Outcome.Reason;
import io.assay.review.classifier.Outcome.Scored;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A moderation service asked over HTTP.
 *
 * <p>A text longer than one request may hold is asked in overlapping pieces; the highest score of a
 * label over the pieces is the text's. Anything but a well-formed answer with status 200 is a
 * failure. The service's timeout is for one request, so wrap the classifier in a {@link
 * GuardedClassifier} to bound the whole.
 */
public final class RemoteClassifier implements Classifier {

  private static final int LONGEST_ANSWER = 1 << 20;

  private final JsonService service;
  private final HttpClient http;
  private final InstantSource clock;

  public RemoteClassifier(JsonService service, HttpClient http, InstantSource clock) {
    this.service = service;
    this.http = http;
    this.clock = clock;
  }

  /** The same with a client of its own, which connects within {@code connecting} or fails. */
  public static RemoteClassifier over(
      JsonService service, Duration connecting, InstantSource clock) {
    return new RemoteClassifier(
        service, HttpClient.newBuilder().connectTimeout(connecting).build(), clock);
  }

  @Override
  public String name() {
    return service.name();
  }

  @Override
  public Outcome classify(String text) {
    Map<String, Double> scores = new HashMap<>();
    List<Sighting> sightings = new ArrayList<>();
    String version = "";
    boolean complete = true;
    for (String piece : Pieces.of(text, service.longest())) {
      switch (ask(piece)) {
        case Failed failed -> {
          return failed;
        }
        case Scored scored -> {
          scored.scores().forEach((label, score) -> scores.merge(label, score, Math::max));
          sightings.addAll(scored.sightings());
          version = scored.version();
          complete &= scored.complete();
        }
      }
    }
    return new Scored(scores, version, complete, sightings);
  }

  private Outcome ask(String piece) {
    try {
      HttpResponse<InputStream> response = http.send(request(piece), BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        byte[] answer = in.readNBytes(LONGEST_ANSWER + 1);
        if (response.statusCode() != 200) {
          return new Failed(Reason.BROKEN, "the service answered " + response.statusCode());
        }
        if (answer.length > LONGEST_ANSWER) {
          return new Failed(Reason.UNREADABLE, "the answer is longer than " + LONGEST_ANSWER);
        }
        return Answer.read(answer, service.reading());
      }
    } catch (HttpTimeoutException e) {
      return new Failed(Reason.TIMED_OUT, "no answer in " + service.timeout().toMillis() + " ms");
    } catch (IOException e) {
      return new Failed(Reason.BROKEN, String.valueOf(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Failed(Reason.BROKEN, "the call was interrupted");
    }
  }

  private HttpRequest request(String piece) {
    byte[] body = body(piece).getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.endpoint())
            .timeout(service.timeout())
            .POST(BodyPublishers.ofByteArray(body));
    service.headers().forEach(request::setHeader);
    switch (service.signing()) {
      case Signing.None ignored -> {}
      case Signing.Acs3 acs3 ->
          Acs3.headers(
                  acs3,
                  service.endpoint(),
                  service.headers(),
                  body,
                  clock.instant(),
                  UUID.randomUUID().toString())
              .forEach(request::setHeader);
    }
    return request.build();
  }

  private String body(String piece) {
    String quoted = Json.quoted(piece);
    return switch (service.body()) {
      case Body.Json json -> json.template().replace(JsonService.TEXT, quoted);
      case Body.Form form ->
          form.fields().entrySet().stream()
              .map(field -> field.getKey() + "=" + encoded(field.getValue(), quoted))
              .collect(Collectors.joining("&"));
    };
  }

  private static String encoded(String template, String quoted) {
    return URLEncoder.encode(template.replace(JsonService.TEXT, quoted), StandardCharsets.UTF_8);
  }
}
