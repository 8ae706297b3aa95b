package io.assay.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** A call carried by a servlet container. */
final class ServletInbound implements Inbound {
  private final String id;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private boolean started;

  ServletInbound(String id, HttpServletRequest request, HttpServletResponse response) {
    this.id = id;
    this.request = request;
    this.response = response;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String path() {
    return request.getRequestURI();
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  @Override
  public byte[] body(long limit) {
    if (request.getContentLengthLong() > limit) {
      throw new TooLarge(limit);
    }
    try {
      var bytes = request.getInputStream().readNBytes(Math.toIntExact(limit + 1));
      if (bytes.length > limit) {
        throw new TooLarge(limit);
      }
      return bytes;
    } catch (IOException e) {
      throw new Gone(e);
    }
  }

  @Override
  public void send(int status, String contentType, Map<String, String> headers, byte[] body) {
    start(status, contentType, headers);
    response.setContentLengthLong(body.length);
    try {
      response.getOutputStream().write(body);
      response.flushBuffer();
    } catch (IOException e) {
      throw new Gone(e);
    }
  }

  @Override
  public OutputStream stream(String contentType, Map<String, String> headers) {
    start(200, contentType, headers);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    try {
      return new GoneAware(response.getOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean started() {
    return started;
  }

  private void start(int status, String contentType, Map<String, String> headers) {
    started = true;
    response.setStatus(status);
    response.setContentType(contentType);
    response.setHeader("x-request-id", id);
    headers.forEach(response::setHeader);
  }

  /** Turns a broken connection into {@link Gone}. */
  private static final class GoneAware extends FilterOutputStream {
    GoneAware(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw new Gone(e);
      }
    }

    @Override
    public void flush() {
      try {
        out.flush();
      } catch (IOException e) {
        throw new Gone(e);
      }
    }
  }
}
