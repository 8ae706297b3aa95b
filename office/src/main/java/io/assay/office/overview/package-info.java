/** What the office shows of the exchanges: the live overview, the list, and the way of one. */
@NullMarked
package io.assay.office.overview;

import org.jspecify.annotations.NullMarked;
