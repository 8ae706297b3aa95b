/** The one door to content in the clear: opened for a purpose, and told to the ledger first. */
@NullMarked
package io.assay.office.content;

import org.jspecify.annotations.NullMarked;
