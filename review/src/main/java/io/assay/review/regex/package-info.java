/** Finds regular expressions in text in linear time, woken by the literals they need. */
@NullMarked
package io.assay.review.regex;

import org.jspecify.annotations.NullMarked;
