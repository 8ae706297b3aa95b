package io.assay.office.tamper;

import io.assay.mark.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign that a label was removed, altered, forged or put on other content. It holds nothing of the
 * file in which it was noticed.
 *
 * @param exchange in which the content was issued; empty where none is known
 * @param produceId the content number that the file claims or was issued with; may be empty
 * @param fileSha256 of the first file in which it was noticed
 * @param noticedBy who had the file checked
 * @param times how often it was noticed
 * @param matter the case to which it led, or the number under which others handle it
 * @param reason why it was dismissed
 */
public record Signal(
    String id,
    Verdict verdict,
    String exchange,
    String produceId,
    String fileSha256,
    String format,
    String noticedBy,
    Instant noticedAt,
    Instant lastAt,
    int times,
    State state,
    String matter,
    String reason,
    String decidedBy,
    @Nullable Instant decidedAt) {

  /** What became of it. */
  public enum State {
    NEW("fail", "alert-triangle"),
    CASE("hold", "shield-check"),
    DISMISSED("idle", "circle-minus");

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
  }

  public String path() {
    return "/tampering/" + id;
  }

  /** Whether the case to which it led is a disposal of this office. */
  public boolean disposed() {
    return matter.startsWith("dsp_");
  }
}
