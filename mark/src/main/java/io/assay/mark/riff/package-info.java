/** RIFF files: WebP, WAV with RF64, AVI. */
@NullMarked
package io.assay.mark.riff;

import org.jspecify.annotations.NullMarked;
