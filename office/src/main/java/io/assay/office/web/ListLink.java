package io.assay.office.web;

import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** A link to a list that carries what was asked of it; empty values are left out. */
public final class ListLink {
  private final UriComponentsBuilder link;

  private ListLink(String path) {
    this.link = UriComponentsBuilder.fromPath(path);
  }

  public static ListLink to(String path) {
    return new ListLink(path);
  }

  public ListLink with(String name, String value) {
    if (!value.isEmpty()) {
      link.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
    }
    return this;
  }

  @Override
  public String toString() {
    return link.encode().toUriString();
  }
}
