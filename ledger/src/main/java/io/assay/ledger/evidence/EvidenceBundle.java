package io.assay.ledger.evidence;

import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Appended;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.LogReader;
import io.assay.ledger.LogReader.Placed;
import io.assay.ledger.note.SignedNote;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes {@code .assay-evidence} archives: a contiguous range of entries with their proofs, and the
 * payloads that an order allows to open. An entry names a payload {@code f} by the member {@code
 * commitment} of its body's {@code f}. The export is an entry of the log itself, which binds the
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
    byte[] manifest = manifest(order, ledger.keys(), true);
    Map<String, Object> body =
        Map.of("order", order.number(), "manifest", sha256(manifest).toBase64());
    Appended export = ledger.append(Entry.of(EXPORTED, now, body));
    export.await(Acknowledgement.DURABLE);
    ledger.publish();
    byte[] receipt = ledger.reader().receipt(export.index()).bytes();
    write(ledger.reader(), manifest, Optional.of(receipt), payloads, out);
  }

  /**
   * Writes a bundle of which the log knows nothing, from what has been published. What is in it is
   * proved as well, but not on whose order it was made.
   *
   * @param keys the log's public keys
   * @param out is left open
   */
  public static void writeUnlogged(
      LogReader reader, List<VerifierKey> keys, Order order, Payloads payloads, OutputStream out)
      throws IOException {
    write(reader, manifest(order, keys, false), Optional.empty(), payloads, out);
  }

  private static void write(
      LogReader reader,
      byte[] manifestBytes,
      Optional<byte[]> export,
      Payloads payloads,
      OutputStream out)
      throws IOException {
    Manifest manifest = Manifest.parse(manifestBytes);
    Order order = manifest.order();
    SignedNote note = reader.note();
    ArchiveWriter zip = new ArchiveWriter(out);
    zip.put("manifest.json", manifestBytes);
    zip.put("checkpoint", note.bytes());
    zip.put("vkeys", manifest.keyLines().getBytes(StandardCharsets.UTF_8));
    if (export.isPresent()) {
      zip.put("export.tlog-proof", export.get());
    }
    List<Placed> entries = new ArrayList<>();
    try (Stream<Placed> range = reader.entries(order.from(), order.to())) {
      for (Placed placed : (Iterable<Placed>) range::iterator) {
        zip.put(entryPath(placed.index()), reader.receipt(placed.index(), note).bytes());
        if (order.scope().covers(placed.entry())) {
          putPayloads(zip, placed, payloads);
        }
        entries.add(placed);
      }
    }
    if (entries.size() != order.to() - order.from()) {
      throw new IllegalArgumentException(
          "the log has %d of the entries %d to %d"
              .formatted(entries.size(), order.from(), order.to() - 1));
    }
    zip.put("index.html", Pages.html(order, entries));
    zip.put("entries.csv", Pages.csv(entries));
    zip.put("README.txt", Pages.INSTRUCTIONS.getBytes(StandardCharsets.UTF_8));
    zip.finish();
  }

  private static void putPayloads(ArchiveWriter zip, Placed placed, Payloads payloads)
      throws IOException {
    for (Map.Entry<String, Opened> field : new TreeMap<>(payloads.of(placed)).entrySet()) {
      String path = payloadPath(placed.index(), field.getKey());
      zip.put(path, field.getValue().payload());
      zip.put(path + ".salt", salt(field.getValue()));
    }
  }

  private static byte[] manifest(Order order, List<VerifierKey> keys, boolean logged) {
    return new Manifest(order, keys.stream().map(VerifierKey::toString).toList(), logged).bytes();
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
}
