/**
 * Classifiers of text: the interface they share, the guard that makes their failures holds,
 * adapters for remote services, and a linear model trained on the operator's own decisions.
 *
 * <p>Source: Provisions on the Administration of Deep Synthesis, Article 10 paragraph 1.
 */
@NullMarked
package io.assay.review.classifier;

import org.jspecify.annotations.NullMarked;
