/** Signals that somebody tampered with a label, and what became of them. */
@NullMarked
package io.assay.office.tamper;

import org.jspecify.annotations.NullMarked;
