/**
 * Finds keywords, combinations and expressions in text, through the ways to hide them.
 *
 * <p>A {@link io.assay.review.text.Lens} turns text into symbols, a lane looks for the symbols of
 * many terms at once, and a check decides on the original text whether a candidate is a hit.
 */
@NullMarked
package io.assay.review.text;

import org.jspecify.annotations.NullMarked;
