/** What the office itself does, written where it cannot be unwritten. */
@NullMarked
package io.assay.office.journal;

import org.jspecify.annotations.NullMarked;
