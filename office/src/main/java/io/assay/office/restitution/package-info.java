/** What was blocked wrongly passes again (Art. 12). */
@NullMarked
package io.assay.office.restitution;

import org.jspecify.annotations.NullMarked;
