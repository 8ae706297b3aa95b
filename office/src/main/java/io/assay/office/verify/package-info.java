/** The public page on which anybody sees which labels a file carries and what they prove. */
@NullMarked
package io.assay.office.verify;

import org.jspecify.annotations.NullMarked;
