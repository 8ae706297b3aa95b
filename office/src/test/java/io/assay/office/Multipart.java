package io.assay.office;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A form with files; a program's answer must be as described. */
public final class Multipart {
  private static final AtomicInteger MADE = new AtomicInteger();

  private final String boundary = "----of-a-test-" + MADE.incrementAndGet();

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private Multipart() {}

  /** Names and values in turn. */
  public static Multipart of(String... fields) {
    Multipart form = new Multipart();
    for (int i = 0; i < fields.length; i += 2) {
      form.part("name=\"" + fields[i] + "\"", fields[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return form;
  }

  public Multipart file(String name, byte[] bytes) {
    return file("file", name, bytes);
  }

  /** A file in a field of another name. */
  public Multipart file(String field, String name, byte[] bytes) {
    return part("name=\"" + field + "\"; filename=\"" + name + "\"", bytes);
  }

  private Multipart part(String what, byte[] bytes) {
    text("--" + boundary + "\r\nContent-Disposition: form-data; " + what + "\r\n\r\n");
    body.writeBytes(bytes);
    text("\r\n");
    return this;
  }

  /** Posts to the interface; the answer must be as described. */
  public HttpResponse<String> post(TestOffice office, String path, String... headers) {
    HttpResponse<String> answer = page(office, path, headers);
    List<String> broken = office.contract().broken("POST", path, answer);
    if (!broken.isEmpty()) {
      throw new AssertionError("not as described: " + broken + "\n" + answer.body());
    }
    return answer;
  }

  /** Posts to a page. */
  public HttpResponse<String> page(TestOffice office, String path, String... headers) {
    return page(office.browser(), office.address() + path, headers);
  }

  /** Posts to a page as whoever signed in there. */
  public HttpResponse<String> page(TestOffice.Browser browser, String address, String... headers) {
    text("--" + boundary + "--\r\n");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return browser.send(request);
  }

  private void text(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
