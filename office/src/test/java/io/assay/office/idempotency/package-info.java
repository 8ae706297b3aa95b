@NullMarked
package io.assay.office.idempotency;

import org.jspecify.annotations.NullMarked;
