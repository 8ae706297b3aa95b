package io.assay.office.disposal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The disposal of content that should not have been made or spread.
 *
 * @param facts what was discovered, without the content itself
 * @param category code of the category of harm
 * @param exchanges where it was made
 * @param noReport why no authority is told; empty when one is
 */
public record DisposalCase(
    String id,
    State state,
    Severity severity,
    String facts,
    String category,
    List<String> exchanges,
    String openedBy,
    Instant openedAt,
    @Nullable Instant containedAt,
    @Nullable Instant preservedAt,
    @Nullable Instant reportedAt,
    @Nullable Instant closedAt,
    String noReport) {
  public DisposalCase {
    exchanges = List.copyOf(exchanges);
  }

  /** Where it stands; the steps are taken in this order. */
  public enum State {
    OPEN("fail", "alert-triangle"),
    CONTAINED("hold", "shield-check"),
    PRESERVED("hold", "archive"),
    REPORTED("pass", "send"),
    CLOSED("idle", "circle-check");

    private final String tone;
    private final String icon;

    State(String tone, String icon) {
      this.tone = tone;
      this.icon = icon;
    }

    public String tone() {
      return tone;
    }

    public String icon() {
      return icon;
    }

    boolean precedes(State next) {
      return switch (this) {
        case OPEN -> next == CONTAINED;
        case CONTAINED -> next == PRESERVED;
        case PRESERVED -> next == REPORTED;
        case REPORTED -> next == CLOSED;
        case CLOSED -> false;
      };
    }
  }

  /** How fast an authority is told. */
  public enum Severity {
    ORDINARY("authority.report"),
    SEVERE("authority.report-severe");

    private final String rule;

    Severity(String rule) {
      this.rule = rule;
    }

    String rule() {
      return rule;
    }
  }

  public String path() {
    return "/disposals/" + id;
  }
}
