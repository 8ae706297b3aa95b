package io.assay.ledger.evidence;

import io.assay.ledger.Entry;
import io.assay.ledger.LogReader.Placed;
import io.assay.ledger.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The parts of a bundle that people read; a verifier makes them again and compares. */
final class Pages {

  static final String INSTRUCTIONS =
      """
      This archive is an extract of a tamper-evident log (c2sp.org/tlog-tiles).

      manifest.json   on whose order, and which range of entries; its SHA-256 is logged in export.tlog-proof
                      (a bundle without that file was made without the log's knowledge: its entries are proved,
                      not on whose order they were exported)
      checkpoint      the log's signed size and root, with the cosignatures of witnesses
      vkeys           the log's public keys; compare them with a copy you obtained elsewhere
      entries/        every entry of the range without a gap, each a c2sp.org/tlog-proof
      payloads/       what the order allows to open: the payload and the salt of its commitment
      index.html, entries.csv   the same entries to be read by people

      To verify, with Java 21 or newer and no network:
        java -jar assay-ledger.jar verify THIS-FILE --key KEY
      Any other verifier of c2sp.org/tlog-proof can check the files in entries/: the leaf is the data in the
      extra line. A payload belongs to its entry when base64(SHA-256(salt, payload)) is the commitment there.
      """;

  private Pages() {}

  static byte[] csv(List<Placed> entries) {
    StringBuilder csv = new StringBuilder("index,time,type,version,body\r\n");
    for (Placed placed : entries) {
      Entry entry = placed.entry();
      csv.append(placed.index())
          .append(',')
          .append(entry.time())
          .append(',')
          .append(entry.type())
          .append(',')
          .append(entry.version())
          .append(",\"")
          .append(body(entry).replace("\"", "\"\""))
          .append("\"\r\n");
    }
    return bytes(csv);
  }

  static byte[] html(Order order, List<Placed> entries) {
    StringBuilder html =
        new StringBuilder(
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Evidence</title>
            <style>
              body { font: 15px/1.4 sans-serif; margin: 2em }
              table { border-collapse: collapse }
              th, td { border: 1px solid #bbb; padding: .3em .6em; text-align: left; vertical-align: top }
              td:last-child { font-family: monospace; overflow-wrap: anywhere }
            </style>
            """);
    html.append("<h1>Order %s</h1>\n".formatted(escape(order.number())));
    html.append(
        "<p>%s. Log %s, entries %d to %d without a gap.</p>\n"
            .formatted(
                escape(order.authority()), escape(order.shard()), order.from(), order.to() - 1));
    html.append("<table>\n<tr><th>Index<th>Time<th>Type<th>Content\n");
    for (Placed placed : entries) {
      Entry entry = placed.entry();
      html.append(
          "<tr><td>%d<td>%s<td>%s<td>%s\n"
              .formatted(placed.index(), entry.time(), escape(entry.type()), escape(body(entry))));
    }
    return bytes(html.append("</table>\n</html>\n"));
  }

  private static String body(Entry entry) {
    return new String(CanonicalJson.encode(entry.body()), StandardCharsets.UTF_8);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
