/** Where each container keeps a manifest store (C2PA appendix A). */
@NullMarked
package io.assay.mark.c2pa.slot;

import org.jspecify.annotations.NullMarked;
