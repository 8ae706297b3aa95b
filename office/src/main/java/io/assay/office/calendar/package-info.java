/** Working days in China: holidays and make-up days by signed year files. */
@NullMarked
package io.assay.office.calendar;

import org.jspecify.annotations.NullMarked;
