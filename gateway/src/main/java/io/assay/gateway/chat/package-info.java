/** Chat completions, streaming and not. */
@NullMarked
package io.assay.gateway.chat;

import org.jspecify.annotations.NullMarked;
