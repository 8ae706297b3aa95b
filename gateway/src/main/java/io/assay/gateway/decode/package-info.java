/** Decodes pictures and sounds for comparison: bounded, and only in formats that are expected. */
@NullMarked
package io.assay.gateway.decode;

import org.jspecify.annotations.NullMarked;
