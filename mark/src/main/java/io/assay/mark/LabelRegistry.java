package io.assay.mark;

import io.assay.mark.aigc.AigcLabel;
import java.util.List;
import java.util.Optional;

/** What an issuer knows of the labels it issued. Implementations are safe for use by threads. */
public interface LabelRegistry {

  /** Whether every label of this ContentProducer is in the register. */
  boolean issues(String contentProducer);

  /** The issue under a ProduceID. */
  Optional<Issue> find(String contentProducer, String produceId);

  /** Every issue with this payload. */
  List<Issue> findByPayload(String payloadSha256);

  /**
   * One issued label.
   *
   * @param payloadSha256 see {@link Marked#payloadSha256()}
   */
  record Issue(AigcLabel label, String payloadSha256) {}

  /** A register without entries, for inspection by file alone. */
  static LabelRegistry none() {
    return NoRegistry.INSTANCE;
  }
}
