package io.assay.gateway.attachment;

import io.assay.gateway.config.InputConfig;
import io.assay.gateway.exchange.Result;
import io.assay.gateway.http.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches pictures that callers give by address: from the origins that the operator allows, without
 * redirects, and never from a private network unless the operator says so. Thread-safe.
 */
public final class PictureFetch implements AutoCloseable {
  private static final int LONGEST_ADDRESS = 2_048;
  private static final int PIECE = 64 << 10;

  private final InputConfig config;
  private final Set<String> origins;
  private final CloseableHttpClient client;

  public PictureFetch(InputConfig config) {
    this.config = config;
    this.origins = config.origins().stream().map(PictureFetch::origin).collect(Collectors.toSet());
    this.client =
        client(
            config,
            config.privateAddresses() ? SystemDefaultDnsResolver.INSTANCE : new PublicAddresses());
  }

  private static CloseableHttpClient client(InputConfig config, DnsResolver addresses) {
    var patience = Timeout.of(config.fetchTimeout());
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setMaxConnPerRoute(20)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(patience)
                        .setSocketTimeout(patience)
                        .build())
                .build())
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(patience).build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableContentCompression()
        .setUserAgent("Assay")
        .build();
  }

  /** The file at an address. */
  Result<byte[]> get(String address, String where, long limit) {
    return allowed(address)
        .map(uri -> fetch(uri, where, limit))
        .orElseGet(() -> refused("unsupported_content", notAllowed(where), where));
  }

  private Optional<URI> allowed(String address) {
    if (address.length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(address))
          .filter(uri -> uri.getHost() != null && uri.getScheme() != null)
          .filter(uri -> uri.getRawUserInfo() == null && origins.contains(origin(uri)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String origin(URI uri) {
    var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }

  private String notAllowed(String where) {
    var others =
        origins.isEmpty()
            ? ""
            : " or as addresses at " + String.join(", ", origins.stream().sorted().toList());
    return "The picture at "
        + where
        + " is given by address. Send it as a data: URI"
        + others
        + ".";
  }

  private Result<byte[]> fetch(URI uri, String where, long limit) {
    long deadline = System.nanoTime() + config.fetchTimeout().toNanos();
    try {
      return client.execute(
          new HttpGet(uri),
          response -> {
            if (response.getCode() != 200 || response.getEntity() == null) {
              return failed(where, "it gave " + response.getCode());
            }
            try (var in = response.getEntity().getContent()) {
              return read(in, where, limit, deadline);
            }
          });
    } catch (IOException e) {
      return failed(where, "it cannot be reached");
    }
  }

  private static Result<byte[]> read(InputStream in, String where, long limit, long deadline)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    var piece = new byte[PIECE];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      bytes.write(piece, 0, read);
      if (bytes.size() > limit) {
        return Result.refused(DataUri.tooLarge(where, limit));
      }
      if (System.nanoTime() > deadline) {
        return failed(where, "it took too long");
      }
    }
    return Result.ok(bytes.toByteArray());
  }

  private static Result<byte[]> failed(String where, String why) {
    return refused(
        "file_not_fetched",
        "The picture at " + where + " was not fetched: " + why + ". Send it as a data: URI.",
        where);
  }

  private static Result<byte[]> refused(String code, String message, String where) {
    return Result.refused(Refusal.badRequest(code, message, where));
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
