package io.assay.ledger.evidence;

import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Appended;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.LogReader;
import io.assay.ledger.LogReader.Placed;
import io.assay.ledger.Receipt;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.tree.Hash;
import io.assay.ledger.vault.Opened;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes {@code .assay-evidence} archives: a contiguous range of entries with their proofs, and the
 * payloads that an order allows to open. The export is an entry of the log itself, which binds the
 * manifest.
 */
public final class EvidenceBundle {

  static final String EXPORTED = "evidence.exported";

  private EvidenceBundle() {}

  /**
   * Logs the export, waits for the checkpoint that covers it, and writes the bundle.
   *
   * @param out is left open
   */
  public static void write(
      Ledger ledger, Order order, Payloads payloads, Instant now, OutputStream out)
      throws IOException {
    byte[] manifest = order.manifest();
    Map<String, Object> body =
        Map.of("order", order.number(), "manifest", sha256(manifest).toBase64());
    Appended export = ledger.append(Entry.of(EXPORTED, now, body));
    export.await(Acknowledgement.DURABLE);
    ledger.publish();
    LogReader reader = ledger.reader();
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    put(zip, "manifest.json", manifest);
    put(zip, "checkpoint", reader.note().bytes());
    put(zip, "vkeys", lines(ledger.keys()));
    put(zip, "export.tlog-proof", reader.receipt(export.index()).bytes());
    List<Placed> entries = new ArrayList<>();
    try (Stream<Placed> range = reader.entries(order.from(), order.to())) {
      for (Placed placed : (Iterable<Placed>) range::iterator) {
        Receipt receipt = reader.receipt(placed.index());
        put(zip, entryPath(placed.index()), receipt.bytes());
        for (Map.Entry<String, Opened> field : new TreeMap<>(payloads.of(placed)).entrySet()) {
          String path = payloadPath(placed.index(), field.getKey());
          put(zip, path, field.getValue().payload());
          put(zip, path + ".salt", salt(field.getValue()));
        }
        entries.add(placed);
      }
    }
    if (entries.size() != order.to() - order.from()) {
      throw new IllegalArgumentException(
          "the log has %d of the entries %d to %d"
              .formatted(entries.size(), order.from(), order.to() - 1));
    }
    put(zip, "index.html", Pages.html(order, entries));
    put(zip, "entries.csv", Pages.csv(entries));
    put(zip, "README.txt", Pages.INSTRUCTIONS.getBytes(StandardCharsets.UTF_8));
    zip.finish();
  }

  static String entryPath(long index) {
    return "entries/%d.tlog-proof".formatted(index);
  }

  static String payloadPath(long index, String field) {
    if (!field.matches("[a-zA-Z0-9_-]{1,64}")) {
      throw new IllegalArgumentException("a field's name is a word: " + field);
    }
    return "payloads/%d/%s".formatted(index, field);
  }

  static Hash sha256(byte[] bytes) {
    try {
      return Hash.of(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  private static byte[] salt(Opened opened) {
    return Base64.getEncoder().encode(opened.salt());
  }

  private static byte[] lines(List<VerifierKey> keys) {
    return keys.stream()
        .map(key -> key + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
