package io.assay.mark.c2pa;

import java.net.URI;

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

  public URI uri() {
    return URI.create("http://cv.iptc.org/newscodes/digitalsourcetype/" + term);
  }
}
