/** Whether the duties are met: computed from what happened, never set by anybody. */
@NullMarked
package io.assay.office.posture;

import org.jspecify.annotations.NullMarked;
