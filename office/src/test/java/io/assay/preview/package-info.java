/** Every page with sample data, without a database, so that a browser can look at it. */
@NullMarked
package io.assay.preview;

import org.jspecify.annotations.NullMarked;
