package io.assay.gateway.publication;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The file in which a published text is offered, before it is labelled. */
final class PublicationFile {
  private PublicationFile() {}

  /** A page of its own: the title and the paragraphs, every character of them as text. */
  static byte[] html(Draft draft) {
    var paragraphs =
        draft
            .text()
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> "<p>" + escaped(line) + "</p>\n")
            .collect(Collectors.joining());
    var page =
        "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>%s</title>\n</head>\n"
            .formatted(escaped(draft.title()));
    var body =
        "<body>\n<h1>%s</h1>\n%s</body>\n</html>\n".formatted(escaped(draft.title()), paragraphs);
    return (page + body).getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
