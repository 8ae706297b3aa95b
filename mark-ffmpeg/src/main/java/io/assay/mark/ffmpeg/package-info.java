/** Labels that need an encoder for sound or video, by FFmpeg in a process of its own. */
@NullMarked
package io.assay.mark.ffmpeg;

import org.jspecify.annotations.NullMarked;
