/** The customers whose applications call the gateway. */
@NullMarked
package io.assay.office.tenant;

import org.jspecify.annotations.NullMarked;
