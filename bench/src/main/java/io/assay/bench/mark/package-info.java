/** What marking and inspecting cost. */
@NullMarked
package io.assay.bench.mark;

import org.jspecify.annotations.NullMarked;
