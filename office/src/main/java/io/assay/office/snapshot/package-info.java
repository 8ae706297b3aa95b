/** The registers as the gateway sees them. */
@NullMarked
package io.assay.office.snapshot;

import org.jspecify.annotations.NullMarked;
