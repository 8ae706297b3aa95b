package io.assay.mark.explicit;

import io.assay.mark.container.Format;
import java.util.Optional;

/** Brings labelers that need more than the Java platform. */
public interface LabelerProvider {
  /** A labeler for the format; empty where this provider has none. */
  Optional<Labeler> labeler(Format format);
}
