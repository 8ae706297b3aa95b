/** ISO base media files (ISO/IEC 14496-12): MP4, MOV, M4A, HEIC and AVIF. */
@NullMarked
package io.assay.mark.bmff;

import org.jspecify.annotations.NullMarked;
