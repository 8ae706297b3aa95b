package io.assay.office;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A form with files; a program's answer must be as described. */
public final class Multipart {
  private static final String BOUNDARY = "----of-a-test";

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
    return part("name=\"file\"; filename=\"" + name + "\"", bytes);
  }

  private Multipart part(String what, byte[] bytes) {
    text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + what + "\r\n\r\n");
    body.writeBytes(bytes);
    text("\r\n");
    return this;
  }

  public HttpResponse<String> post(TestOffice office, String path) {
    text("--" + BOUNDARY + "--\r\n");
    HttpResponse<String> answer =
        office
            .browser()
            .send(
                HttpRequest.newBuilder(URI.create(office.address() + path))
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    List<String> broken =
        path.startsWith("/api/") ? office.contract().broken("POST", path, answer) : List.of();
    if (!broken.isEmpty()) {
      throw new AssertionError("not as described: " + broken + "\n" + answer.body());
    }
    return answer;
  }

  private void text(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
