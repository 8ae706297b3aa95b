/** What is published: the register, the public pages, containment, recall and correction. */
@NullMarked
package io.assay.office.publication;

import org.jspecify.annotations.NullMarked;
