/** JPEG XL files in their box form (ISO/IEC 18181-2). */
@NullMarked
package io.assay.mark.jxl;

import org.jspecify.annotations.NullMarked;
