@NullMarked
package io.assay.office;

import org.jspecify.annotations.NullMarked;
