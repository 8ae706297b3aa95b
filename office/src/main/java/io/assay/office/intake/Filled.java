package io.assay.office.intake;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What a program fills in at a door; everything but the text may be left out. */
record Filled(
    String text,
    @Nullable String about,
    @Nullable String topic,
    @Nullable String mail,
    @Nullable String challenge,
    @Nullable String nonce,
    @ArraySchema(schema = @Schema(type = "string", format = "binary"))
        @Nullable List<MultipartFile> file) {
  Filled(
      @Nullable String text,
      @Nullable String about,
      @Nullable String topic,
      @Nullable String mail,
      @Nullable String challenge,
      @Nullable String nonce,
      @Nullable List<MultipartFile> file) {
    this.text = given(text);
    this.about = given(about);
    this.topic = given(topic);
    this.mail = given(mail);
    this.challenge = given(challenge);
    this.nonce = given(nonce);
    this.file = file == null ? List.of() : List.copyOf(file);
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }
}
