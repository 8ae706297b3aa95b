/**
 * Labels generated media and says what a file's labels prove.
 *
 * <p>{@link io.assay.mark.Marker} writes the explicit label and the implicit label of GB
 * 45438-2025; {@link io.assay.mark.Inspector} reads them back and reaches one verdict.
 */
@NullMarked
package io.assay.mark;

import org.jspecify.annotations.NullMarked;
