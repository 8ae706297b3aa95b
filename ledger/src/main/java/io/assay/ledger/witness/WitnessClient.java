package io.assay.ledger.witness;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.NoteSignature;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.store.HttpSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Speaks to one witness. Thread-safe. */
public final class WitnessClient {

  private static final int MAX_BODY = 1 << 18;

  private final URI root;
  private final List<VerifierKey> keys;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /**
   * A witness at a URL.
   *
   * @param root the prefix under which it takes checkpoints, ending in a slash
   * @param keys its public keys; other signatures are ignored
   */
  public WitnessClient(URI root, List<VerifierKey> keys) {
    this.root = root;
    this.keys = List.copyOf(keys);
  }

  /**
   * Submits a checkpoint.
   *
   * @throws LedgerException with reason {@code UNAVAILABLE} when the witness cannot be reached or
   *     does not answer as a witness does
   */
  public Answer add(AddCheckpoint checkpoint) {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve("add-checkpoint"))
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofByteArray(checkpoint.bytes()))
            .build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        String text = new String(body.readNBytes(MAX_BODY), StandardCharsets.UTF_8);
        return switch (response.statusCode()) {
          case 200 -> new Answer.Cosigned(cosignatures(checkpoint.checkpoint(), text));
          case 409 -> new Answer.Conflict(Checkpoint.parseSize(text.strip()));
          default -> new Answer.Refused(response.statusCode(), text.strip());
        };
      }
    } catch (IOException | IllegalArgumentException failed) {
      throw unavailable(String.valueOf(failed.getMessage()), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LedgerException(
          Reason.INTERRUPTED, "interrupted while asking " + root, interrupted);
    }
  }

  /** The last checkpoint that the witness cosigned for a log, if it shows one. */
  public Optional<SignedNote> latest(String origin) {
    return new HttpSource(root)
        .read(Witness.originHash(origin) + "/checkpoint")
        .map(SignedNote::parse);
  }

  /** The URL. */
  @Override
  public String toString() {
    return root.toString();
  }

  private List<NoteSignature> cosignatures(SignedNote checkpoint, String lines) {
    List<NoteSignature> all = SignedNote.parseSignatures(lines);
    List<NoteSignature> good =
        all.stream()
            .filter(
                signature ->
                    keys.stream().anyMatch(key -> key.verifies(checkpoint.text(), signature)))
            .toList();
    if (good.isEmpty()) {
      throw unavailable("none of its signatures is by its known keys", null);
    }
    return good;
  }

  private LedgerException unavailable(String why, @Nullable Exception cause) {
    return new LedgerException(Reason.UNAVAILABLE, "witness " + root + ": " + why, cause);
  }
}
