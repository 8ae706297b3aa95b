package io.assay.office.verify;

import io.assay.gateway.config.GatewayConfig;
import io.assay.mark.LabelRegistry;
import io.assay.mark.aigc.AigcReader;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The register of every label that this deployment issued, for the check of a file (Art. 18). */
@Component
class IssuedLabels implements LabelRegistry {
  private final IssuedLabelStore store;
  private final String producer;

  IssuedLabels(IssuedLabelStore store, GatewayConfig gateway) {
    this.store = store;
    this.producer = gateway.labels().contentProducer();
  }

  @Override
  public boolean issues(String contentProducer) {
    return contentProducer.equals(producer);
  }

  @Override
  public Optional<Issue> find(String contentProducer, String produceId) {
    return issues(contentProducer)
        ? store.byProduceId(produceId).stream().flatMap(row -> issue(row).stream()).findFirst()
        : Optional.empty();
  }

  @Override
  public List<Issue> findByPayload(String payloadSha256) {
    return store.byPayload(payloadSha256).stream().flatMap(row -> issue(row).stream()).toList();
  }

  private static Optional<Issue> issue(IssuedLabelStore.Row row) {
    return AigcReader.read(row.aigc()).label().map(label -> new Issue(label, row.payloadSha256()));
  }
}
