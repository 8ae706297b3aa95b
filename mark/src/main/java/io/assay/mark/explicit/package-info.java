/** Labels that people see or hear: words in text, pictures, documents and scenes, cues in sound. */
@NullMarked
package io.assay.mark.explicit;

import org.jspecify.annotations.NullMarked;
