package io.assay.office.management;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * What an edition of a management system says.
 *
 * @param body the document itself, in Markdown
 * @param owner who answers for it
 * @param nextReview at most twelve months after it takes effect (policy)
 * @param controls live controls that prove it, as {@code C10-1}
 */
public record Charter(
    String title,
    String body,
    String owner,
    LocalDate effective,
    LocalDate nextReview,
    List<String> controls) {
  private static final int LONGEST_BODY = 200_000;
  private static final int LONGEST_LINE = 200;
  private static final String CONTROL = "C[0-9X]{1,2}-[0-9]{1,2}";

  /** Longest time between two reviews; policy. */
  static final int MONTHS_TO_REVIEW = 12;

  public Charter {
    title = title.strip();
    body = body.replace("\r\n", "\n").strip();
    owner = owner.strip();
    controls = controls.stream().map(String::strip).filter(it -> !it.isEmpty()).distinct().toList();
  }

  /** The message code of what is wrong with it; empty when nothing is. */
  String flaw() {
    if (title.isEmpty() || body.isEmpty() || owner.isEmpty()) {
      return "management.incomplete";
    }
    if (Math.max(title.length(), owner.length()) > LONGEST_LINE || body.length() > LONGEST_BODY) {
      return "management.too-long";
    }
    if (!nextReview.isAfter(effective)
        || nextReview.isAfter(effective.plusMonths(MONTHS_TO_REVIEW))) {
      return "management.review-date";
    }
    return controls.stream().allMatch(it -> it.matches(CONTROL)) ? "" : "management.control";
  }

  /** SHA-256 over all of it, in lower-case hex. */
  String sha256() {
    List<String> parts =
        List.of(
            title,
            body,
            owner,
            effective.toString(),
            nextReview.toString(),
            String.join(" ", controls));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + "\n").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
