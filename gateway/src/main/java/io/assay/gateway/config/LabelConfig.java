package io.assay.gateway.config;

import io.assay.mark.LabelTexts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How outputs are labelled.
 *
 * @param contentProducer name or 27-character code of the provider (GB 45438 Annex E); never
 *     invented, so that the default says that none was set
 * @param text where the statement stands in generated text
 * @param refusalChannel which field of a chat answer carries the text of a refusal
 * @param texts the words of explicit labels
 * @param seal what is sealed over pictures and sound
 */
public record LabelConfig(
    String contentProducer,
    TextPlace text,
    RefusalChannel refusalChannel,
    LabelTexts texts,
    SealConfig seal) {

  /** The producer that stands in labels until the operator sets its own. */
  public static final String UNSET_PRODUCER = "UNSET-PROVIDER-FOR-DEVELOPMENT-ONLY";

  /** Where the statement stands in generated text (GB 45438 5.1). */
  public enum TextPlace {
    PREFIX,
    SUFFIX,
    BOTH
  }

  /** Which field of a chat answer carries the text of a refusal. */
  public enum RefusalChannel {
    REFUSAL,
    CONTENT,
    BOTH
  }

  public static LabelConfig defaults() {
    return new LabelConfig(null, null, null, null, null);
  }

  public LabelConfig(
      @Nullable String contentProducer,
      @Nullable TextPlace text,
      @Nullable RefusalChannel refusalChannel,
      @Nullable LabelTexts texts,
      @Nullable SealConfig seal) {
    this.contentProducer = Objects.requireNonNullElse(contentProducer, UNSET_PRODUCER);
    this.text = Objects.requireNonNullElse(text, TextPlace.PREFIX);
    this.refusalChannel = Objects.requireNonNullElse(refusalChannel, RefusalChannel.REFUSAL);
    this.texts = Objects.requireNonNullElse(texts, LabelTexts.standard());
    this.seal = Objects.requireNonNullElse(seal, SealConfig.defaults());
  }
}
