/** The HTTP edge: one call in, one reply out, and the shapes of refusals. */
@NullMarked
package io.assay.gateway.http;

import org.jspecify.annotations.NullMarked;
