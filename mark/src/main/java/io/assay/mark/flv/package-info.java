/** Flash video: tags and the AMF0 values of its script data. */
@NullMarked
package io.assay.mark.flv;

import org.jspecify.annotations.NullMarked;
