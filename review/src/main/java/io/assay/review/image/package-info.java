/**
 * Perceptual hashes of pictures and video frames, an exact index of them, and the review of
 * pictures and clips against the hashes in a pool. Decoding is the caller's: everything here takes
 * planes of luma.
 *
 * <p>Source: Provisions on the Administration of Deep Synthesis, Article 10.
 */
@NullMarked
package io.assay.review.image;

import org.jspecify.annotations.NullMarked;
