/** Human review (Art. 10): what waits for a person, who decides it, and how well. */
@NullMarked
package io.assay.office.task;

import org.jspecify.annotations.NullMarked;
