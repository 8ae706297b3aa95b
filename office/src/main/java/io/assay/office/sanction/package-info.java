/** What is done about users who break the rules (Art. 10): a ladder, with reasons and an end. */
@NullMarked
package io.assay.office.sanction;

import org.jspecify.annotations.NullMarked;
