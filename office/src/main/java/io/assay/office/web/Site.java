package io.assay.office.web;

import io.assay.office.staff.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the layout needs to know about the request it frames.
 *
 * @param language the language of the page
 * @param theme the colours of the page
 * @param path the page's own path, by which the navigation knows where it stands
 * @param back the path and query to return to after a change of language or theme
 * @param staff the name of the signed-in member of staff, empty for the public
 * @param roles what that member may do
 */
public record Site(
    Language language, Theme theme, String path, String back, String staff, Set<Role> roles) {

  public Site {
    roles = Set.copyOf(roles);
  }

  /** The time zone in which the office writes every time: that of the law it serves. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public ZonedDateTime local(Instant moment) {
    return moment.atZone(ZONE);
  }

  public boolean signedIn() {
    return !staff.isEmpty();
  }

  /** Whether the member has any of the roles, so that the navigation offers what it can open. */
  public boolean any(String... wanted) {
    return Stream.of(wanted).map(Role::valueOf).anyMatch(roles::contains);
  }

  /** Whether the page lies in one of the given sections of the navigation. */
  public boolean within(String... sections) {
    for (String section : sections) {
      if (path.equals(section) || path.startsWith(section + "/")) {
        return true;
      }
    }
    return false;
  }
}
