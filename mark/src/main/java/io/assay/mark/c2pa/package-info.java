/**
 * Content Credentials: signed C2PA manifests (claim version 2) written into files, read and
 * validated. {@link io.assay.mark.c2pa.C2pa} is the way in.
 */
@NullMarked
package io.assay.mark.c2pa;

import org.jspecify.annotations.NullMarked;
