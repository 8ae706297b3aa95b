/** What a manifest store proves, by C2PA section 15. */
@NullMarked
package io.assay.mark.c2pa.validation;

import org.jspecify.annotations.NullMarked;
