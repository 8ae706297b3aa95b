package io.assay.gateway.upstream;

import io.assay.gateway.config.GatewayConfig;
import io.assay.gateway.config.LimitConfig;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The upstreams in the order of the configuration; the first that serves a model answers. */
public final class Upstreams {
  private final List<Upstream> upstreams;

  private Upstreams(List<Upstream> upstreams) {
    this.upstreams = List.copyOf(upstreams);
  }

  /** The configured upstreams, or {@code sample} alone when there is none. */
  public static Upstreams of(
      GatewayConfig config, CloseableHttpClient client, Supplier<Upstream> sample) {
    if (config.upstreams().isEmpty()) {
      return only(sample.get());
    }
    return new Upstreams(
        config.upstreams().stream()
            .<Upstream>map(upstream -> new HttpUpstream(upstream, config.limits(), client))
            .toList());
  }

  /** One upstream for everything. */
  public static Upstreams only(Upstream upstream) {
    return new Upstreams(List.of(upstream));
  }

  /** Lets the first upstream that serves a model answer; refuses a model that none serves. */
  public Optional<Refusal> answer(String model, Function<Upstream, Optional<Refusal>> asking) {
    return upstreams.stream()
        .filter(upstream -> upstream.serves(model))
        .findFirst()
        .map(asking)
        .orElseGet(() -> Optional.of(unknownModel(model)));
  }

  private static Refusal unknownModel(String model) {
    return new Refusal(
        404,
        "invalid_request_error",
        "model_not_found",
        "No upstream serves the model '" + model + "'; GET /v1/models lists those that are served.",
        Optional.of("model"),
        Outcome.REFUSED,
        Map.of(),
        Map.of());
  }

  public List<Upstream> all() {
    return upstreams;
  }

  /** The client that every upstream shares: pooled, without redirects, retries or cookies. */
  public static CloseableHttpClient client(LimitConfig limits) {
    var silence = Timeout.of(limits.upstreamTimeout());
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(4096)
                .setMaxConnPerRoute(4096)
                .setDefaultSocketConfig(
                    SocketConfig.custom().setTcpNoDelay(true).setSoTimeout(silence).build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(10))
                        .setSocketTimeout(silence)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                        .build())
                .build())
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(silence).build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableContentCompression()
        .setUserAgent("Assay")
        .build();
  }
}
