package io.assay.gateway.upstream;

import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/** Fetches what an upstream gave by address, bounded, over HTTP only. Thread-safe. */
public final class MediaFetch {
  private final HttpClient client;
  private final long limit;

  public MediaFetch(HttpClient client, long limit) {
    this.client = client;
    this.limit = limit;
  }

  public byte[] get(String address) {
    var uri = http(address);
    try {
      return client.execute(
          new HttpGet(uri),
          response -> {
            if (response.getCode() != 200 || response.getEntity() == null) {
              throw new UpstreamException(
                  "the upstream's picture at " + uri.getHost() + " gave " + response.getCode());
            }
            try (var in = response.getEntity().getContent()) {
              var bytes = in.readNBytes(Math.toIntExact(limit + 1));
              if (bytes.length > limit) {
                throw new UpstreamException("the upstream's picture is over " + limit + " bytes");
              }
              return bytes;
            }
          });
    } catch (IOException e) {
      throw new UpstreamException("the upstream's picture cannot be fetched", e);
    }
  }

  private static URI http(String address) {
    try {
      var uri = URI.create(address);
      if (uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new UpstreamException("the upstream gave an address that is none", e);
    }
    throw new UpstreamException("the upstream gave neither a picture nor an http address");
  }
}
