/** Sign-in elsewhere by OpenID Connect, for staff and for network identities. */
@NullMarked
package io.assay.office.oidc;

import org.jspecify.annotations.NullMarked;
