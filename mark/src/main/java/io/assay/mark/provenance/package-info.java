/** C2PA manifests as the last step of marking and as evidence for inspection. */
@NullMarked
package io.assay.mark.provenance;

import org.jspecify.annotations.NullMarked;
