package io.assay.office.intake;

import io.assay.office.intake.CaseFile.Sent;
import io.assay.office.intake.Reception.Form;
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
    this.about = about;
    this.topic = topic;
    this.mail = mail;
    this.challenge = challenge;
    this.nonce = nonce;
    this.file = file;
  }

  Form form(Door door, String language) {
    String matter = Topics.of(door).contains(given(topic)) ? given(topic) : Topics.OTHER;
    return new Form(door, given(about), matter, text, given(mail), language);
  }

  List<Sent> files() {
    return Gate.sent(file);
  }

  /** Whether the gate lets it in from that address. */
  boolean admitted(Gate gate, String address) {
    return gate.admitsProgram(address, given(challenge), given(nonce));
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }
}
