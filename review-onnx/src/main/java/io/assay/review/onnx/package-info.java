/**
 * Classifiers that run a model of the operator's own in ONNX Runtime, in this process.
 *
 * <p>Source: Provisions on the Administration of Deep Synthesis, Article 10 paragraph 1.
 */
@NullMarked
package io.assay.review.onnx;

import org.jspecify.annotations.NullMarked;
