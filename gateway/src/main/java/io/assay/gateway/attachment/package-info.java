/** Pictures and sounds in requests: taken out, bounded, and made such that all see the same. */
@NullMarked
package io.assay.gateway.attachment;

import org.jspecify.annotations.NullMarked;
