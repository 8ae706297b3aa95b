/** Publishing content that was delivered, or that is reviewed and labelled first. */
@NullMarked
package io.assay.gateway.publication;

import org.jspecify.annotations.NullMarked;
