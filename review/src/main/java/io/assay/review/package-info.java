/**
 * Decides whether content may pass: a {@link io.assay.review.Pool} of features, a {@link
 * io.assay.review.Reviewer} that looks for them, and the {@link io.assay.review.Verdict} it gives.
 *
 * <p>Source: Provisions on the Administration of Deep Synthesis, Articles 10 and 11.
 */
@NullMarked
package io.assay.review;

import org.jspecify.annotations.NullMarked;
