/** The built-in sample upstream, so that the whole way can be tried offline. */
@NullMarked
package io.assay.gateway.sample;

import org.jspecify.annotations.NullMarked;
