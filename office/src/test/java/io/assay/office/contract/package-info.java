@NullMarked
package io.assay.office.contract;

import org.jspecify.annotations.NullMarked;
