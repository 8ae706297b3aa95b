package io.assay.office.intake;

import java.util.List;

/** What people may say a case is about, the ends of message keys. */
final class Topics {
  static final String OTHER = "other";

  private Topics() {}

  static List<String> of(Door door) {
    return switch (door) {
      case APPEAL -> List.of("not-bad", "not-me", "too-hard", OTHER);
      case COMPLAINT ->
          List.of(
              "my-face-or-voice", "my-reputation", "my-privacy", "unlabelled", "service", OTHER);
      case REPORT -> List.of("illegal", "rumor", "unlabelled", "minors", "fraud", OTHER);
    };
  }
}
