/** Marks pictures and sound, and reads the marks back. */
@NullMarked
package io.assay.gateway.label;

import org.jspecify.annotations.NullMarked;
