/** Speech generation. */
@NullMarked
package io.assay.gateway.speech;

import org.jspecify.annotations.NullMarked;
