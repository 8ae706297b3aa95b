/** How fast the office's pages are over a large database. */
@NullMarked
package io.assay.bench.office;

import org.jspecify.annotations.NullMarked;
