package io.assay.gateway.exchange;

/** Every way by which generated content can leave the gateway. There is no other. */
public enum Exit {
  CHAT("chat"),
  CHAT_STREAM("chat.stream"),
  IMAGE("image"),
  IMAGE_ADDRESS("image.address"),
  SPEECH("speech");

  private final String text;

  Exit(String text) {
    this.text = text;
  }

  /** The name under which deliveries are recorded. */
  public String text() {
    return text;
  }
}
