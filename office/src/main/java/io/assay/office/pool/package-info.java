/** The feature pool (Art. 10): how a feature enters, what is in force, and what was before. */
@NullMarked
package io.assay.office.pool;

import org.jspecify.annotations.NullMarked;
