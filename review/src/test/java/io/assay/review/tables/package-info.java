/** Derives the shipped data tables from their sources, and checks that the shipped ones agree. */
@NullMarked
package io.assay.review.tables;

import org.jspecify.annotations.NullMarked;
