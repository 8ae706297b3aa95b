@NullMarked
package io.assay.office.verify;

import org.jspecify.annotations.NullMarked;
