/** The list of models. */
@NullMarked
package io.assay.gateway.models;

import org.jspecify.annotations.NullMarked;
