package io.assay.office.rumor;

import io.assay.gateway.Duty;
import io.assay.gateway.publication.Draft;
import io.assay.gateway.publication.Ruling;
import io.assay.office.policy.Policies;
import io.assay.office.publication.DraftCheck;
import io.assay.review.fingerprint.SimHash;
import org.springframework.stereotype.Component;

/** Keeps what says a claim known to be false from becoming public again (Art. 11). */
@Duty("DS-11")
@Component
class RumorCheck implements DraftCheck {
  private final RumorStore store;
  private final Policies policies;

  RumorCheck(RumorStore store, Policies policies) {
    this.store = store;
    this.policies = policies;
  }

  @Override
  public Ruling examine(Draft draft) {
    String words = draft.title() + "\n" + draft.text();
    SimHash hash = SimHash.of(words);
    return store.confirmedFalse().stream()
        .filter(it -> Search.says(words, it.phrase()) || near(it, hash))
        .findFirst()
        .<Ruling>map(
            it ->
                new Ruling.Refuse(
                    "rumor_refuted",
                    it.refutation().isEmpty()
                        ? "This says what was found to be false."
                        : "This says what was found to be false: " + it.refutation()))
        .orElseGet(Ruling.Go::new);
  }

  private boolean near(Rumor rumor, SimHash hash) {
    return SimHash.parse(rumor.fingerprint()).distance(hash) <= policies.value(RumorPolicy.BITS);
  }
}
