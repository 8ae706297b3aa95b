/** The commands that work on pools of features and review text, without a server. */
@NullMarked
package io.assay.app.pool;

import org.jspecify.annotations.NullMarked;
