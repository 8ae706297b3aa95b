package io.assay.ledger.evidence;

import io.assay.ledger.Entry;
import io.assay.ledger.LedgerException;
import io.assay.ledger.LogReader.Placed;
import io.assay.ledger.Receipt;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.vault.Commitment;
import io.assay.ledger.verify.TrustPolicy;
import io.assay.ledger.verify.Verification;
import io.assay.ledger.verify.Verification.Broken;
import io.assay.ledger.verify.Verification.Sound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies an evidence bundle offline: the signatures, that no entry of the range is missing, every
 * proof, every opened payload, and that the pages for people say what was proved. Thread-safe.
 */
public final class EvidenceVerifier {

  private static final Pattern INDEX = Pattern.compile("(?:entries|payloads)/([0-9]{1,18})[./]");

  private final TrustPolicy policy;

  public EvidenceVerifier(TrustPolicy policy) {
    this.policy = policy;
  }

  /** Verifies a bundle. */
  public Verification verify(Path bundle) {
    Archive archive;
    try {
      archive = Archive.open(bundle);
    } catch (IOException | IllegalArgumentException unreadable) {
      return broken(bundle.toString(), unreadable);
    }
    try (archive) {
      return new Pass(archive).run();
    } catch (IOException failed) {
      return broken(bundle.toString(), failed);
    }
  }

  private static Broken broken(String resource, Exception why) {
    return new Broken(resource, OptionalLong.empty(), String.valueOf(why.getMessage()));
  }

  /** One verification; remembers where it is, so that what fails can be named. */
  private final class Pass {

    private final Archive archive;
    private final Set<String> unread;
    private String at = "manifest.json";
    private OptionalLong entry = OptionalLong.empty();

    Pass(Archive archive) {
      this.archive = archive;
      this.unread = new TreeSet<>(archive.names());
    }

    Verification run() {
      try {
        return check();
      } catch (IOException | IllegalArgumentException | LedgerException wrong) {
        return new Broken(at, entry, String.valueOf(wrong.getMessage()));
      }
    }

    private Verification check() throws IOException {
      byte[] manifest = read("manifest.json");
      Manifest claims = Manifest.parse(manifest);
      Order order = claims.order();
      byte[] note = read("checkpoint");
      Checkpoint checkpoint = policy.check(SignedNote.parse(note));
      if (claims.logged()) {
        checkExport(manifest, order, note, checkpoint);
      }
      at = "manifest.json";
      require(checkpoint.origin().equals(order.shard()), "is of another log than the checkpoint");
      compare("vkeys", claims.keyLines().getBytes(StandardCharsets.UTF_8));
      at = "vkeys";
      claims.keys().forEach(VerifierKey::parse);
      List<Placed> entries = new ArrayList<>();
      for (long index = order.from(); index < order.to(); index++) {
        entry = OptionalLong.of(index);
        Entry proved = prove(EvidenceBundle.entryPath(index), index, note, checkpoint);
        checkPayloads(index, proved, order.scope());
        entries.add(new Placed(index, proved));
      }
      entry = OptionalLong.empty();
      compare("index.html", Pages.html(order, entries));
      compare("entries.csv", Pages.csv(entries));
      compare("README.txt", Pages.INSTRUCTIONS.getBytes(StandardCharsets.UTF_8));
      at = unread.isEmpty() ? at : unread.iterator().next();
      require(unread.isEmpty(), "does not belong into the bundle");
      checkForm();
      return new Sound(checkpoint, entries.size());
    }

    /** Every byte of the file follows from the members that were checked. */
    private void checkForm() throws IOException {
      String misplaced = archive.misplaced();
      if (!misplaced.isEmpty()) {
        at = misplaced;
        entry = entryOf(misplaced);
        throw new IllegalArgumentException("has a header in the archive that is not its own");
      }
      at = "the archive's directory";
      require(archive.endsWell(), "is not that of the files before it, or something follows it");
    }

    private static OptionalLong entryOf(String path) {
      Matcher index = INDEX.matcher(path);
      return index.lookingAt()
          ? OptionalLong.of(Long.parseLong(index.group(1)))
          : OptionalLong.empty();
    }

    private void checkExport(byte[] manifest, Order order, byte[] note, Checkpoint tree)
        throws IOException {
      at = "export.tlog-proof";
      Receipt receipt = Receipt.parse(read(at));
      Entry export = prove(at, receipt.index(), note, tree);
      at = "manifest.json";
      require(
          export.type().equals(EvidenceBundle.EXPORTED)
              && order.number().equals(export.body().get("order"))
              && EvidenceBundle.sha256(manifest).toBase64().equals(export.body().get("manifest")),
          "is not the manifest whose export the log notes");
    }

    private Entry prove(String path, long index, byte[] note, Checkpoint tree) throws IOException {
      Receipt receipt = Receipt.parse(read(path));
      require(receipt.index() == index, "is the proof of entry " + receipt.index());
      require(Arrays.equals(receipt.checkpoint().bytes(), note), "is under another checkpoint");
      return receipt.provenIn(tree);
    }

    private void checkPayloads(long index, Entry proved, Scope scope) throws IOException {
      String prefix = "payloads/" + index + "/";
      for (String path : archive.names().tailSet(prefix)) {
        if (!path.startsWith(prefix)) {
          return;
        }
        if (!path.endsWith(".salt")) {
          byte[] payload = read(path);
          require(scope.covers(proved), "was opened beyond the scope of the order");
          String salt = new String(read(path + ".salt"), StandardCharsets.US_ASCII);
          at = path;
          Commitment commitment = Commitment.of(Base64.getDecoder().decode(salt), payload);
          require(
              commitment.toString().equals(committed(proved, path.substring(prefix.length()))),
              "is not what the entry commits to");
        }
      }
    }

    private Object committed(Entry proved, String field) {
      return proved.body().get(field) instanceof Map<?, ?> payload
              && payload.get("commitment") instanceof String value
          ? value
          : "";
    }

    private void compare(String path, byte[] expected) throws IOException {
      require(Arrays.equals(read(path), expected), "does not say what was proved");
    }

    private byte[] read(String path) throws IOException {
      at = path;
      unread.remove(path);
      return archive.read(path);
    }

    private void require(boolean holds, String otherwise) {
      if (!holds) {
        throw new IllegalArgumentException(otherwise);
      }
    }
  }
}
