/** A week of invented activity, played through the real program so that every page shows some. */
@NullMarked
package io.assay.app.demo;

import org.jspecify.annotations.NullMarked;
