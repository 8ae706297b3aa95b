@NullMarked
package io.assay.office.overview;

import org.jspecify.annotations.NullMarked;
