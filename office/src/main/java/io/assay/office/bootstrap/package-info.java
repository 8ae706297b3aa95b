/** The first start: an administrator and a trial that works at once. */
@NullMarked
package io.assay.office.bootstrap;

import org.jspecify.annotations.NullMarked;
