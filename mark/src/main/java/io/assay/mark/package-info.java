@NullMarked
package io.assay.mark;

import org.jspecify.annotations.NullMarked;
