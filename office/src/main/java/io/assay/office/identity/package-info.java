/** Who a subject really is (Art. 9): the methods, their proofs, and no number in the clear. */
@NullMarked
package io.assay.office.identity;

import org.jspecify.annotations.NullMarked;
