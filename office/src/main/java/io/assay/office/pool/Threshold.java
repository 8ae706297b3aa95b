package io.assay.office.pool;

import io.assay.office.policy.Policies;

/**
 * The numbers of the entry standards; policy.
 *
 * @param evidence the fewest characters of evidence
 * @param overBlock the thousandths of benign texts that may be blocked besides
 * @param shortWord the longest words of letters or digits that match as whole words only
 */
record Threshold(int evidence, int overBlock, int shortWord) {
  static Threshold of(Policies policies) {
    return new Threshold(
        policies.count(Policy.EVIDENCE),
        policies.count(Policy.OVER_BLOCK),
        policies.count(Policy.SHORT_WORD));
  }
}
