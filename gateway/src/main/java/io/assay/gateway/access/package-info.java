/** Who calls, for whom, and whether that person may generate: read from an in-memory snapshot. */
@NullMarked
package io.assay.gateway.access;

import org.jspecify.annotations.NullMarked;
