/** Whoever did something, by the name that people know. */
@NullMarked
package io.assay.office.actor;

import org.jspecify.annotations.NullMarked;
