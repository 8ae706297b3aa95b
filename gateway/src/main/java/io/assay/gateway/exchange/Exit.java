package io.assay.gateway.exchange;

import io.assay.gateway.Duty;

/** Every way by which generated content can leave the service. There is no other. */
@Duty("DS-17")
public enum Exit {
  CHAT("chat"),
  CHAT_STREAM("chat.stream"),
  IMAGE("image"),
  IMAGE_ADDRESS("image.address"),
  SPEECH("speech"),
  /** A hosted page that anybody may open. */
  PUBLICATION("publication"),
  /** The file that such a page offers. */
  PUBLICATION_FILE("publication.file");

  private final String text;

  Exit(String text) {
    this.text = text;
  }

  /** The name under which deliveries are recorded. */
  public String text() {
    return text;
  }
}
