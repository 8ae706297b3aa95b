package io.assay.mark;

import io.assay.mark.aigc.AigcLabel;
import java.util.Optional;

/**
 * What to write into a file.
 *
 * @param implicit the record of Annex E; empty writes none
 * @param explicit the label for people; empty only where Article 9 of the Labeling Measures lets a
 *     user have the content without it, or where the user interface shows it
 * @param digitalSourceType the IPTC term that XMP and markup state beside the record
 */
public record LabelRequest(
    Optional<AigcLabel> implicit,
    Optional<ExplicitLabel> explicit,
    Optional<String> digitalSourceType) {

  /** Content made by a trained model (IPTC Digital Source Type). */
  public static final String TRAINED_MEDIA =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

  /** Content with a part made by a trained model, for example a replaced face. */
  public static final String COMPOSITE_WITH_TRAINED_MEDIA =
      "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

  public LabelRequest {
    if (implicit.isEmpty() && explicit.isEmpty()) {
      throw new IllegalArgumentException("a request for no label at all");
    }
  }

  /** Both labels, with the standard words. */
  public static LabelRequest of(AigcLabel implicit) {
    return new LabelRequest(
        Optional.of(implicit), Optional.of(ExplicitLabel.standard()), Optional.of(TRAINED_MEDIA));
  }

  public LabelRequest withExplicit(ExplicitLabel label) {
    return new LabelRequest(implicit, Optional.of(label), digitalSourceType);
  }

  /** Without a label for people; see {@link #explicit()} for when that is lawful. */
  public LabelRequest implicitOnly() {
    return new LabelRequest(implicit, Optional.empty(), digitalSourceType);
  }

  public LabelRequest explicitOnly() {
    return new LabelRequest(Optional.empty(), explicit, digitalSourceType);
  }

  public LabelRequest withDigitalSourceType(String uri) {
    return new LabelRequest(implicit, explicit, Optional.of(uri));
  }
}
