/** Rules, covenant, agreement and notices: versioned, approved by two, published, accepted. */
@NullMarked
package io.assay.office.document;

import org.jspecify.annotations.NullMarked;
