/** Labelled files that are delivered by address. */
@NullMarked
package io.assay.gateway.content;

import org.jspecify.annotations.NullMarked;
