@NullMarked
package io.assay.review.text;

import org.jspecify.annotations.NullMarked;
