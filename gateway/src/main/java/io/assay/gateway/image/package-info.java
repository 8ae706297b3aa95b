/** Image generation. */
@NullMarked
package io.assay.gateway.image;

import org.jspecify.annotations.NullMarked;
