/** Rumors: verified, contained, refuted to everyone on record, reported (Art. 11). */
@NullMarked
package io.assay.office.rumor;

import org.jspecify.annotations.NullMarked;
