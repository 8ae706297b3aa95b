package io.assay.office.authority;

import io.assay.office.authority.Authority.Kind;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses whom a report goes to: the nearest authority that is named for the type of the matter,
 * and where none is, the nearest cyberspace administration.
 */
final class Routing {
  private Routing() {}

  /**
   * The recipient.
   *
   * @param region six digits, or empty for the whole country
   * @throws IllegalStateException when the register holds no cyberspace administration for it
   */
  static Authority recipient(List<Authority> register, String region, String type) {
    List<Authority> near =
        register.stream().filter(it -> it.inForce() && it.nearness(region) >= 0).toList();
    boolean named = near.stream().anyMatch(it -> it.names(type));
    return near.stream()
        .filter(it -> named ? it.names(type) : it.general())
        .min(
            Comparator.comparingInt((Authority it) -> -it.nearness(region))
                .thenComparing(it -> it.kind() != Kind.CAC)
                .thenComparing(Authority::id))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no cyberspace administration is kept for region '" + region + "'"));
  }
}
