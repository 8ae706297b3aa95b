package io.assay.office.pool;

import io.assay.office.policy.Policies;

/**
 * The numbers of the entry standards; policy.
 *
 * @param evidence the fewest characters of evidence
 * @param overBlock the thousandths of benign texts that may be blocked besides
 */
record Threshold(int evidence, int overBlock) {
  static Threshold of(Policies policies) {
    return new Threshold(policies.count(Policy.EVIDENCE), policies.count(Policy.OVER_BLOCK));
  }
}
