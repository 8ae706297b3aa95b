@NullMarked
package io.assay.gateway;

import org.jspecify.annotations.NullMarked;
