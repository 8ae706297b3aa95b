/**
 * Fingerprints of texts: near copies of a text, and near-duplicate features of a pool.
 *
 * <p>Source: Provisions on the Administration of Deep Synthesis, Articles 10 and 11.
 */
@NullMarked
package io.assay.review.fingerprint;

import org.jspecify.annotations.NullMarked;
