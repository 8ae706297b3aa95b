/** How every page of the office looks: language, theme, layout, headers and error pages. */
@NullMarked
package io.assay.office.web;

import org.jspecify.annotations.NullMarked;
