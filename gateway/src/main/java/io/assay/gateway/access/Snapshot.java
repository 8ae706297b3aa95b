package io.assay.gateway.access;

import static java.util.Objects.requireNonNull;

import io.assay.review.Pool;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All that the gateway decides from, at one version of the registers. Immutable.
 *
 * @param version grows with every change of the registers
 * @param keysBySha256 keys in force, by the lower-case hex SHA-256 of the secret
 * @param standings standing of every subject that a key names, by subject
 * @param pool the version of the feature pool that is in force
 * @param releases content that people released, by subject
 * @param reminding reminders that subjects have not acknowledged yet (Art. 8)
 * @param contained numbers whose content is contained (Art. 10)
 */
public record Snapshot(
    long version,
    Map<String, ApiKey> keysBySha256,
    Map<String, Standing> standings,
    Pool pool,
    Map<String, List<Release>> releases,
    Reminding reminding,
    Set<String> contained) {
  private static final Pattern PART = Pattern.compile("-[0-9]{1,3}$");

  public Snapshot {
    keysBySha256 = Map.copyOf(keysBySha256);
    standings = Map.copyOf(standings);
    requireNonNull(pool, "pool");
    releases = Map.copyOf(releases);
    requireNonNull(reminding, "reminding");
    contained = Set.copyOf(contained);
  }

  public Optional<ApiKey> key(String sha256) {
    return Optional.ofNullable(keysBySha256.get(sha256));
  }

  /** The release of this content for the subject; of several, the one that lifts the most. */
  public Optional<Release> release(String subject, byte[] content) {
    return releases.getOrDefault(subject, List.of()).stream()
        .filter(release -> release.covers(content))
        .max(Comparator.comparing(Release::most));
  }

  /** The release that holds the answer to this very request of the subject. */
  public Optional<Release> answer(String subject, String capability, byte[] request) {
    return releases.getOrDefault(subject, List.of()).stream()
        .filter(release -> release.answers(capability, request))
        .findFirst();
  }

  /** Whether the content of this number is contained, by itself or with its whole exchange. */
  public boolean contains(String number) {
    return contained.contains(number) || contained.contains(PART.matcher(number).replaceFirst(""));
  }

  public Optional<Standing> standing(String subject) {
    return Optional.ofNullable(standings.get(subject));
  }
}
