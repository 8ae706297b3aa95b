/** Still pictures as containers: PNG, JPEG, GIF, TIFF, SVG and the XMP packet they carry. */
@NullMarked
package io.assay.mark.image;

import org.jspecify.annotations.NullMarked;
