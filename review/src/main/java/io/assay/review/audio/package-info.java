/**
 * Audio fingerprints and the review of sound against the fingerprints in a pool. Decoding is the
 * caller's: everything here takes samples or fingerprints.
 *
 * <p>Source: Provisions on the Administration of Deep Synthesis, Article 10.
 */
@NullMarked
package io.assay.review.audio;

import org.jspecify.annotations.NullMarked;
