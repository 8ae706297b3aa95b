/** The public's three doors (Art. 12): appeals, complaints and reports, and who handles them. */
@NullMarked
package io.assay.office.intake;

import org.jspecify.annotations.NullMarked;
