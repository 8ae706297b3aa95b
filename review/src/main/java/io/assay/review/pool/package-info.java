/**
 * The procedure of the feature pool: reading and writing pools, replaying a proposed change, and
 * counting what a pool covers.
 *
 * <p>Source: Provisions on the Administration of Deep Synthesis, Article 10 paragraph 2.
 */
@NullMarked
package io.assay.review.pool;

import org.jspecify.annotations.NullMarked;
