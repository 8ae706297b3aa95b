/** News: what looks like it, who may be reprinted, and whether a reprint says what it reprints. */
@NullMarked
package io.assay.office.news;

import org.jspecify.annotations.NullMarked;
