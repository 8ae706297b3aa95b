package io.assay.office.authority;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report to an authority.
 *
 * @param about the case it was drafted from
 * @param recipient the authority's name in Chinese when it was approved; empty before
 * @param supplements the report that this one adds to; null for a first report
 * @param pdfSha256 of the PDF that was sent, in lower-case hex; empty before
 * @param transfer how the channel names the handing over; empty before and when done by hand
 * @param receipt the number under which the authority took it; empty before
 */
public record Report(
    String id,
    String about,
    String authority,
    String recipient,
    String title,
    String body,
    State state,
    @Nullable String supplements,
    String draftedBy,
    Instant draftedAt,
    @Nullable String approvedBy,
    @Nullable Instant sentAt,
    String pdfSha256,
    String receipt,
    String transfer,
    @Nullable Instant acknowledgedAt) {

  /** Where a report stands. */
  public enum State {
    DRAFT("hold", "pencil"),
    APPROVED("hold", "clipboard-check"),
    SENT("pass", "send"),
    ACKED("pass", "circle-check"),
    SUPPLEMENTED("idle", "versions");

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

    boolean sent() {
      return this == SENT || this == ACKED || this == SUPPLEMENTED;
    }
  }

  /** The report to be approved under the name that its authority has now. */
  Report addressedTo(String name) {
    return new Report(
        id,
        about,
        authority,
        name,
        title,
        body,
        state,
        supplements,
        draftedBy,
        draftedAt,
        approvedBy,
        sentAt,
        pdfSha256,
        receipt,
        transfer,
        acknowledgedAt);
  }

  /** The report as it leaves at that moment, whose date it bears. */
  Report sentAt(Instant moment) {
    return new Report(
        id,
        about,
        authority,
        recipient,
        title,
        body,
        state,
        supplements,
        draftedBy,
        draftedAt,
        approvedBy,
        moment,
        pdfSha256,
        receipt,
        transfer,
        acknowledgedAt);
  }

  public String path() {
    return "/authority-reports/" + id;
  }
}
