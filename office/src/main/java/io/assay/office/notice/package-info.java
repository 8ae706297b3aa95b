/** What the office tells its members, its neighbours' programs and those who came to it. */
@NullMarked
package io.assay.office.notice;

import org.jspecify.annotations.NullMarked;
