/** glTF 2.0 scenes, as JSON and as binary. */
@NullMarked
package io.assay.mark.scene;

import org.jspecify.annotations.NullMarked;
