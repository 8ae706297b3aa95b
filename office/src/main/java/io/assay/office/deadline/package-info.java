/** Every clock of the office: one engine, limits as data, and the basis of each limit in sight. */
@NullMarked
package io.assay.office.deadline;

import org.jspecify.annotations.NullMarked;
