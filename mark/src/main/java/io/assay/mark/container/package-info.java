/** Files as random-access bytes, edits as splices, and the contract of every container format. */
@NullMarked
package io.assay.mark.container;

import org.jspecify.annotations.NullMarked;
