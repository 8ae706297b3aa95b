/** Audio streams as containers: MP3 with ID3, FLAC, Ogg; and the samples of PCM files. */
@NullMarked
package io.assay.mark.audio;

import org.jspecify.annotations.NullMarked;
