package io.assay.office.notice;

import io.assay.office.OfficeConfig;
import io.assay.office.Remark;
import io.assay.office.notice.Notice.Fact;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts notices as JSON, signed as the Standard Webhooks specification says: HMAC-SHA256 over
 * {@code id.timestamp.body}. Redirects are not followed.
 */
@Component
class WebhookSender {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonMapper JSON = new JsonMapper();

  private final Webhooks webhooks;
  private final WebhookStore store;
  private final OfficeConfig config;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  WebhookSender(Webhooks webhooks, WebhookStore store, OfficeConfig config, Clock clock) {
    this.webhooks = webhooks;
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  /** Sends; what went wrong, or empty. */
  Optional<Remark> send(Parcel parcel) {
    Optional<Webhook> webhook = store.find(parcel.target()).filter(Webhook::inForce);
    if (webhook.isEmpty()) {
      return Optional.of(Failure.NOT_IN_FORCE.remark());
    }
    Instant now = clock.instant();
    String body = body(parcel, now);
    String signed = parcel.id() + "." + now.getEpochSecond() + "." + body;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(webhook.get().url()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("webhook-id", parcel.id())
            .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
            .header("webhook-signature", signature(webhook.get(), signed))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? Optional.empty() : Optional.of(Failure.ANSWERED.remark(status));
    } catch (IOException e) {
      return Optional.of(Failure.NOT_REACHED.remark(e.getClass().getSimpleName()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(Failure.INTERRUPTED.remark());
    }
  }

  private String signature(Webhook webhook, String signed) {
    return webhooks.signing(webhook).stream()
        .map(secret -> "v1," + hmac(secret, signed))
        .collect(Collectors.joining(" "));
  }

  private String body(Parcel parcel, Instant now) {
    Notice notice = parcel.notice();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("about", notice.about());
    data.put("url", config.address(notice.path()));
    for (Fact fact : notice.facts()) {
      data.put(fact.name(), fact.value());
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", parcel.id());
    body.put("type", notice.kind().code());
    body.put("timestamp", now.toString());
    body.put("data", data);
    return JSON.writeValueAsString(body);
  }

  private static String hmac(byte[] secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
