/** The model service behind the gateway. */
@NullMarked
package io.assay.gateway.upstream;

import org.jspecify.annotations.NullMarked;
