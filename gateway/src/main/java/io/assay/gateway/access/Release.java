package io.assay.gateway.access;

import static java.util.Objects.requireNonNull;

import io.assay.review.Effect;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Content that people released for one subject, known by salted hashes and nothing else.
 *
 * @param review the review in which it was released, or the exchange whose block an appeal lifted
 * @param sha256 lower-case hex SHA-256 of the salt and a text or a file, each that was released
 * @param answer where the content is kept, when it is an answer that has not been delivered yet
 * @param most the strongest effect that it lifts: a hold for a reviewer, a block on appeal
 */
public record Release(
    String review, String salt, Set<String> sha256, Optional<Answer> answer, Effect most) {

  /**
   * An answer that was stopped, and where it is kept.
   *
   * @param capability what it is an answer to
   * @param requestSha256 lower-case hex SHA-256 of the salt and every text of that request
   * @param files all of the answer, in its order
   */
  public record Answer(
      String capability, String requestSha256, String shard, String exchange, List<File> files) {
    public Answer {
      requireNonNull(capability, "capability");
      requireNonNull(requestSha256, "requestSha256");
      requireNonNull(shard, "shard");
      requireNonNull(exchange, "exchange");
      files = List.copyOf(files);
      if (files.isEmpty()) {
        throw new IllegalArgumentException("an answer that is kept has a file");
      }
    }
  }

  /**
   * A file of an answer that is kept.
   *
   * @param field under which the vault keeps it
   */
  public record File(String field, String commitment) {
    public File {
      requireNonNull(field, "field");
      requireNonNull(commitment, "commitment");
    }
  }

  public Release {
    requireNonNull(review, "review");
    requireNonNull(salt, "salt");
    sha256 = Set.copyOf(sha256);
    requireNonNull(answer, "answer");
    requireNonNull(most, "most");
  }

  /** What a reviewer releases: it no longer waits, and a block of it stands. */
  public Release(String review, String salt, Set<String> sha256, Optional<Answer> answer) {
    this(review, salt, sha256, answer, Effect.HOLD);
  }

  public static Release of(String review, String salt, byte[] content) {
    return new Release(review, salt, Set.of(hash(salt, content)), Optional.empty());
  }

  /** What passes because an appeal against its block was upheld. */
  public static Release onAppeal(
      String exchange, String salt, Set<String> sha256, Optional<Answer> answer) {
    return new Release(exchange, salt, sha256, answer, Effect.BLOCK);
  }

  /** Whether a finding of this effect no longer stops the content. */
  public boolean lifts(Effect effect) {
    return effect.compareTo(Effect.HOLD) >= 0 && effect.compareTo(most) <= 0;
  }

  /** Why the content passes, as the record says it. */
  public String told() {
    return (most == Effect.BLOCK ? "released on appeal against " : "released in review ") + review;
  }

  /** Whether this very content was released. */
  public boolean covers(byte[] content) {
    return sha256.contains(hash(salt, content));
  }

  /** Whether it holds the answer to this very request. */
  public boolean answers(String capability, byte[] request) {
    return answer
        .filter(it -> it.capability().equals(capability))
        .filter(it -> it.requestSha256().equals(hash(salt, request)))
        .isPresent();
  }

  /** Lower-case hex SHA-256 of a salt and content, by which it is known again. */
  public static String hash(String salt, byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
