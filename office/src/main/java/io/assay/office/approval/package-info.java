/** Actions that take two people: one proposes, another with the right to it decides. */
@NullMarked
package io.assay.office.approval;

import org.jspecify.annotations.NullMarked;
