package io.assay.gateway.access;

import static java.util.Objects.requireNonNull;

import io.assay.review.Effect;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Content that people released for one subject, known by a salted hash and nothing else.
 *
 * @param review the review in which it was released, or the exchange whose block an appeal lifted
 * @param sha256 lower-case hex SHA-256 of the salt and the content
 * @param answer where the content is kept, when it is an answer that has not been delivered yet
 * @param most the strongest effect that it lifts: a hold for a reviewer, a block on appeal
 */
public record Release(
    String review, String salt, String sha256, Optional<Answer> answer, Effect most) {

  /**
   * An answer that was stopped, and where it is kept.
   *
   * @param capability what it is an answer to
   * @param requestSha256 lower-case hex SHA-256 of the salt and every text of that request
   */
  public record Answer(
      String capability, String requestSha256, String shard, String exchange, String commitment) {
    public Answer {
      requireNonNull(capability, "capability");
      requireNonNull(requestSha256, "requestSha256");
      requireNonNull(shard, "shard");
      requireNonNull(exchange, "exchange");
      requireNonNull(commitment, "commitment");
    }
  }

  public Release {
    requireNonNull(review, "review");
    requireNonNull(salt, "salt");
    requireNonNull(sha256, "sha256");
    requireNonNull(answer, "answer");
    requireNonNull(most, "most");
  }

  /** What a reviewer releases: it no longer waits, and a block of it stands. */
  public Release(String review, String salt, String sha256, Optional<Answer> answer) {
    this(review, salt, sha256, answer, Effect.HOLD);
  }

  public static Release of(String review, String salt, byte[] content) {
    return new Release(review, salt, hash(salt, content), Optional.empty());
  }

  /** What passes because an appeal against its block was upheld. */
  public static Release onAppeal(
      String exchange, String salt, String sha256, Optional<Answer> answer) {
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
    return hash(salt, content).equals(sha256);
  }

  /** Whether it holds the answer to this very request. */
  public boolean answers(String capability, byte[] request) {
    return answer
        .filter(it -> it.capability().equals(capability))
        .filter(it -> it.requestSha256().equals(hash(salt, request)))
        .isPresent();
  }

  private static String hash(String salt, byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
