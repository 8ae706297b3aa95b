package io.assay.gateway.upstream;

import io.assay.gateway.config.LimitConfig;
import io.assay.gateway.config.UpstreamConfig;
import io.assay.gateway.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import tools.jackson.databind.node.ObjectNode;

/** A model service reached over HTTP. */
public final class HttpUpstream implements Upstream {
  private final UpstreamConfig config;
  private final LimitConfig limits;
  private final HttpClient client;
  private final HttpHost host;

  public HttpUpstream(UpstreamConfig config, LimitConfig limits, HttpClient client) {
    this.config = config;
    this.limits = limits;
    this.client = client;
    this.host = HttpHost.create(config.baseUrl());
  }

  @Override
  public String name() {
    return config.name();
  }

  @Override
  public boolean serves(String model) {
    return config.serves(model);
  }

  @Override
  public Answer get(String path) {
    return whole(new HttpGet(url(path)));
  }

  @Override
  public Answer post(String path, ObjectNode body) {
    return whole(request(path, body));
  }

  @Override
  public Opened open(String path, ObjectNode body) {
    var request = request(path, body);
    request.setHeader("Accept", "text/event-stream");
    var response = execute(request);
    if (response.getCode() == 200 && contentType(response).startsWith("text/event-stream")) {
      return new Opened.Streaming(new HttpDeltas(response, stream(response), limits));
    }
    return new Opened.Whole(read(response));
  }

  private URI url(String path) {
    return URI.create(config.baseUrl().toString().replaceAll("/+$", "") + path);
  }

  private HttpPost request(String path, ObjectNode body) {
    var post = new HttpPost(url(path));
    post.setEntity(new ByteArrayEntity(Json.bytes(body), ContentType.APPLICATION_JSON));
    return post;
  }

  private Answer whole(ClassicHttpRequest request) {
    return read(execute(request));
  }

  private ClassicHttpResponse execute(ClassicHttpRequest request) {
    if (!config.apiKey().isEmpty()) {
      request.setHeader("Authorization", "Bearer " + config.apiKey());
    }
    try {
      return client.executeOpen(host, request, null);
    } catch (IOException e) {
      throw new UpstreamException("the upstream '" + name() + "' cannot be reached", e);
    }
  }

  private Answer read(ClassicHttpResponse response) {
    try (response;
        var in = stream(response)) {
      long limit = limits.mediaBytes() * 2;
      var bytes = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
      if (bytes.length > limit) {
        throw new UpstreamException(
            "the upstream '" + name() + "' sent more than " + limit + " bytes");
      }
      return new Answer(response.getCode(), contentType(response), headers(response), bytes);
    } catch (IOException e) {
      throw new UpstreamException("the upstream '" + name() + "' broke off its answer", e);
    }
  }

  private static InputStream stream(ClassicHttpResponse response) {
    var entity = response.getEntity();
    try {
      return entity == null ? InputStream.nullInputStream() : entity.getContent();
    } catch (IOException e) {
      throw new UpstreamException("the upstream's answer cannot be read", e);
    }
  }

  private static String contentType(ClassicHttpResponse response) {
    var header = response.getFirstHeader("Content-Type");
    return header == null ? "" : header.getValue().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> headers(ClassicHttpResponse response) {
    var headers = new TreeMap<String, String>();
    for (var header : response.getHeaders()) {
      headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    return headers;
  }
}
