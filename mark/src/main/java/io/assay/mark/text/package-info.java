/** JSON and markup read with the position of everything, so that edits touch nothing else. */
@NullMarked
package io.assay.mark.text;

import org.jspecify.annotations.NullMarked;
