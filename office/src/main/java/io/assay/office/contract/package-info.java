/** What the programming interface promises, described for programs. */
@NullMarked
package io.assay.office.contract;

import org.jspecify.annotations.NullMarked;
