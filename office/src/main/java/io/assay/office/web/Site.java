package io.assay.office.web;

/**
 * What the layout needs to know about the request it frames.
 *
 * @param language the language of the page
 * @param theme the colours of the page
 * @param path the page's own path, by which the navigation knows where it stands
 * @param back the path and query to return to after a change of language or theme
 * @param staff the name of the signed-in member of staff, empty for the public
 */
public record Site(Language language, Theme theme, String path, String back, String staff) {

  public boolean signedIn() {
    return !staff.isEmpty();
  }

  /** Whether the page lies in the given section of the navigation. */
  public boolean within(String section) {
    return path.equals(section) || path.startsWith(section + "/");
  }
}
