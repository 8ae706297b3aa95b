package io.assay.office.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a document.
 *
 * @param sha256 of its wording
 * @param acceptance whether end users have to accept it before they go on
 * @param author the actor who drafted it, who never is its approver
 */
public record PublicDocument(
    String id,
    DocumentKind kind,
    int version,
    State state,
    Wording wording,
    String sha256,
    boolean acceptance,
    String author,
    Instant createdAt,
    @Nullable String approver,
    @Nullable Instant approvedAt,
    @Nullable Instant publishedAt,
    @Nullable Instant supersededAt) {

  /** The life of a version. */
  public enum State {
    DRAFT,
    APPROVED,
    PUBLISHED,
    SUPERSEDED;

    /** Whether the public may read it. */
    public boolean open() {
      return this == PUBLISHED || this == SUPERSEDED;
    }
  }

  /** Kind and version, as {@code service-agreement/3}. */
  public String name() {
    return kind.slug() + "/" + version;
  }

  public String path() {
    return "/documents/" + name();
  }
}
