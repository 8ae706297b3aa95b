package io.assay.office.web;

import io.assay.office.staff.Right;
import io.assay.office.staff.Role;
import io.assay.office.web.Place.Section;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
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

  /** Whether the member has any of the rights. */
  public boolean may(Right... wanted) {
    return Stream.of(wanted).anyMatch(right -> roles.stream().anyMatch(right::heldBy));
  }

  /** The same by name, for templates. */
  public boolean may(String... wanted) {
    return may(Stream.of(wanted).map(Right::valueOf).toArray(Right[]::new));
  }

  /** A heading of the navigation with the places under it that this member may open. */
  public record Block(Section section, List<Link> links) {
    public Block {
      links = List.copyOf(links);
    }
  }

  /** A place in the navigation, and whether the page lies there. */
  public record Link(Place place, boolean here) {}

  /** What the navigation offers to this member. */
  public List<Block> navigation() {
    return Stream.of(Section.values())
        .map(section -> new Block(section, links(section)))
        .filter(block -> !block.links().isEmpty())
        .toList();
  }

  private List<Link> links(Section section) {
    return Place.of(section)
        .filter(place -> place.openTo(this))
        .map(place -> new Link(place, place.holds(this)))
        .toList();
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
