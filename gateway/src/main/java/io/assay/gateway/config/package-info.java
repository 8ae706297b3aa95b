/** The gateway's typed configuration, read strictly. */
@NullMarked
package io.assay.gateway.config;

import org.jspecify.annotations.NullMarked;
