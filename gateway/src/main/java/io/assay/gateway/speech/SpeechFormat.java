package io.assay.gateway.speech;

import java.util.Arrays;
import java.util.Optional;

/** The forms in which speech can be delivered with its labels. */
enum SpeechFormat {
  WAV("wav", "audio/wav"),
  MP3("mp3", "audio/mpeg");

  private final String parameter;
  private final String contentType;

  SpeechFormat(String parameter, String contentType) {
    this.parameter = parameter;
    this.contentType = contentType;
  }

  static Optional<SpeechFormat> of(String parameter) {
    return Arrays.stream(values()).filter(f -> f.parameter.equals(parameter)).findFirst();
  }

  String contentType() {
    return contentType;
  }
}
