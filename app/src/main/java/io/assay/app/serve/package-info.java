/** {@code assay serve}: everything, wired together by constructor. */
@NullMarked
package io.assay.app.serve;

import org.jspecify.annotations.NullMarked;
