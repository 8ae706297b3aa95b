/** JUMBF boxes, ISO 19566-5, as C2PA uses them. */
@NullMarked
package io.assay.mark.c2pa.jumbf;

import org.jspecify.annotations.NullMarked;
