/** One exchange and its one visible way. */
@NullMarked
package io.assay.gateway.exchange;

import org.jspecify.annotations.NullMarked;
