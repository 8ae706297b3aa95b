/**
 * The implicit label of GB 45438-2025 Annex E: its seven fields, what propagators make of it, and
 * the signature that the practice guide on label security adds.
 */
@NullMarked
package io.assay.mark.aigc;

import org.jspecify.annotations.NullMarked;
