/** Measures the review library beside the open matchers. */
@NullMarked
package io.assay.bench.review;

import org.jspecify.annotations.NullMarked;
