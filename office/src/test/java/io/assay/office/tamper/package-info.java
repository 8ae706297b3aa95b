@NullMarked
package io.assay.office.tamper;

import org.jspecify.annotations.NullMarked;
