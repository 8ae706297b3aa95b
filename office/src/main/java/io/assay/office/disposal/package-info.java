/** What is done when bad content is discovered (Art. 10): contain, preserve, report, close. */
@NullMarked
package io.assay.office.disposal;

import org.jspecify.annotations.NullMarked;
