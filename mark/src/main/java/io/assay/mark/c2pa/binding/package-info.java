/** Hard bindings: how a manifest holds on to the bytes of its file (C2PA section 9.2). */
@NullMarked
package io.assay.mark.c2pa.binding;

import org.jspecify.annotations.NullMarked;
