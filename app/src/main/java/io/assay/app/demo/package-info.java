/** {@code assay demo}: a week of fictional activity, so that every page has something to show. */
@NullMarked
package io.assay.app.demo;

import org.jspecify.annotations.NullMarked;
