/** The eight management systems of Art. 7, each bound to live controls. */
@NullMarked
package io.assay.office.management;

import org.jspecify.annotations.NullMarked;
