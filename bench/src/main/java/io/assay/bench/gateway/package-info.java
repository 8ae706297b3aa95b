/** What the gateway adds to an exchange. */
@NullMarked
package io.assay.bench.gateway;

import org.jspecify.annotations.NullMarked;
