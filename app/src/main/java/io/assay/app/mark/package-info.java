/** The commands that label files and say what their labels prove. */
@NullMarked
package io.assay.app.mark;

import org.jspecify.annotations.NullMarked;
