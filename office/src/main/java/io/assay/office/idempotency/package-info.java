/** Requests that may be repeated without being done twice. */
@NullMarked
package io.assay.office.idempotency;

import org.jspecify.annotations.NullMarked;
