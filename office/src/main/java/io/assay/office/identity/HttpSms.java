package io.assay.office.identity;

import io.assay.office.SmsConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Hands codes to a provider over HTTP; any answer of the 2xx class means that it took them. */
final class HttpSms implements SmsSender {
  private final SmsConfig config;
  private final URI url;
  private final HttpClient client;

  HttpSms(SmsConfig config) {
    this.config = config;
    this.url = URI.create(config.url());
    this.client = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
  }

  @Override
  public Delivery send(MobileNumber number, String code, Duration life) {
    String body =
        config
            .template()
            .replace("{number}", number.digits())
            .replace("{code}", code)
            .replace("{minutes}", String.valueOf(life.toMinutes()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(config.timeout())
            .method(config.method(), BodyPublishers.ofString(body));
    config.headers().forEach(request::setHeader);
    try {
      HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
      return answer.statusCode() / 100 == 2
          ? new Delivery.Accepted()
          : new Delivery.Failed("status " + answer.statusCode());
    } catch (IOException e) {
      return new Delivery.Failed("not reachable");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery.Failed("interrupted");
    }
  }
}
