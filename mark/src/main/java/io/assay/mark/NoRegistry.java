package io.assay.mark;

import java.util.List;
import java.util.Optional;

/** The register of somebody who issues nothing. */
enum NoRegistry implements LabelRegistry {
  INSTANCE;

  @Override
  public boolean issues(String contentProducer) {
    return false;
  }

  @Override
  public Optional<Issue> find(String contentProducer, String produceId) {
    return Optional.empty();
  }

  @Override
  public List<Issue> findByPayload(String payloadSha256) {
    return List.of();
  }
}
