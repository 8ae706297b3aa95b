package io.assay.mark.c2pa;

import io.assay.mark.MarkException;
import java.net.URI;
import java.util.Arrays;

/** The kinds of origin in the IPTC vocabulary that a generative service declares. */
public enum DigitalSourceType {
  /** Made wholly by a trained model. */
  TRAINED_ALGORITHMIC_MEDIA("trainedAlgorithmicMedia"),
  /** An existing work changed by a trained model: inpainting, face or voice replacement. */
  COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA("compositeWithTrainedAlgorithmicMedia"),
  /** Made by an algorithm that was not trained on samples. */
  ALGORITHMIC_MEDIA("algorithmicMedia"),
  /** Captured or made without generation. */
  DIGITAL_CAPTURE("digitalCapture");

  private final String term;

  DigitalSourceType(String term) {
    this.term = term;
  }

  /**
   * The kind that a URI names.
   *
   * @throws MarkException if it is none of these
   */
  public static DigitalSourceType of(String uri) {
    return Arrays.stream(values())
        .filter(type -> type.uri().toString().equals(uri))
        .findFirst()
        .orElseThrow(
            () ->
                new MarkException(
                    MarkException.Reason.REQUEST,
                    "the digital source type "
                        + uri
                        + " is not one of "
                        + Arrays.toString(values())));
  }

  public URI uri() {
    return URI.create("http://cv.iptc.org/newscodes/digitalsourcetype/" + term);
  }
}
