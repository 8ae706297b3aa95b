package io.assay.office.verify;

import io.assay.gateway.config.GatewayConfig;
import io.assay.gateway.config.LabelConfig;
import io.assay.ledger.Ledger;
import io.assay.ledger.note.Checkpoint;
import io.assay.mark.LabelRegistry;
import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.aigc.AigcReader;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The register of every label that this deployment issued, for the check of a file (Art. 18). */
@Component
class IssuedLabels implements LabelRegistry {
  private final IssuedLabelStore store;
  private final Ledger ledger;
  private final String producer;

  IssuedLabels(IssuedLabelStore store, Ledger ledger, GatewayConfig gateway) {
    this.store = store;
    this.ledger = ledger;
    this.producer = gateway.labels().contentProducer();
  }

  /**
   * Whether the register can judge this label. It is silent on numbers whose content it never
   * measured, and takes a number for unknown only while the index holds all that was published.
   */
  boolean canJudge(AigcLabel label) {
    if (!issues(label.contentProducer())) {
      return false;
    }
    List<IssuedLabelStore.Issued> issued = store.numbered(label.produceId());
    if (issued.isEmpty()) {
      return !producer.equals(LabelConfig.UNSET_PRODUCER) && complete();
    }
    return issued.stream().anyMatch(IssuedLabelStore.Issued::measured);
  }

  @Override
  public boolean issues(String contentProducer) {
    return producer.equals(contentProducer);
  }

  @Override
  public Optional<Issue> find(String contentProducer, String produceId) {
    return issues(contentProducer)
        ? issues(store.numbered(produceId)).stream().findFirst()
        : Optional.empty();
  }

  @Override
  public List<Issue> findByPayload(String payloadSha256) {
    return issues(store.withPayload(payloadSha256));
  }

  private boolean complete() {
    long published = ledger.checkpoint().map(Checkpoint::size).orElse(0L);
    return store.read(ledger.shard()) >= published;
  }

  private static List<Issue> issues(List<IssuedLabelStore.Issued> issued) {
    return issued.stream()
        .filter(IssuedLabelStore.Issued::measured)
        .flatMap(
            it ->
                AigcReader.read(it.aigc()).label().stream()
                    .map(label -> new Issue(label, it.payloadSha256())))
        .toList();
  }
}
