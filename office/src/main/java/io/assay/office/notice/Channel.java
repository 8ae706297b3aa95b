package io.assay.office.notice;

/** How a notice leaves. */
public enum Channel {
  MAIL,
  WEBHOOK
}
