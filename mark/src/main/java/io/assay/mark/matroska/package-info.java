/** Matroska and WebM (RFC 9559) on EBML (RFC 8794). */
@NullMarked
package io.assay.mark.matroska;

import org.jspecify.annotations.NullMarked;
