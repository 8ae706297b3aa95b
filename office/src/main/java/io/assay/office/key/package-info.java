/** API keys: made once, shown once, revoked at once. */
@NullMarked
package io.assay.office.key;

import org.jspecify.annotations.NullMarked;
