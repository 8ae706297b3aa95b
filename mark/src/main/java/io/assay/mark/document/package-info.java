/** Documents as containers: ZIP packages, PDF, HTML, Markdown. */
@NullMarked
package io.assay.mark.document;

import org.jspecify.annotations.NullMarked;
