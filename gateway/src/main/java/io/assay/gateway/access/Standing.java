package io.assay.gateway.access;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a subject may generate now, and where to go when it may not. */
public sealed interface Standing {

  /** The subject's real identity is verified and nothing stands against it. */
  record Good() implements Standing {}

  /** The real identity is not verified (Art. 9): {@code verifyUrl} is where to do so. */
  record Unverified(String verifyUrl) implements Standing {
    public Unverified {
      requireNonNull(verifyUrl, "verifyUrl");
    }
  }

  /**
   * Documents are in force that the subject has not accepted (Art. 8): {@code acceptUrl} is where
   * to read and accept them.
   *
   * @param documents kind and version of each, as {@code service-agreement/3}
   */
  record AcceptanceDue(List<String> documents, String acceptUrl) implements Standing {
    public AcceptanceDue {
      documents = List.copyOf(documents);
      requireNonNull(acceptUrl, "acceptUrl");
    }
  }

  /**
   * The real identity is not verified, and the service lets such a subject try it out; it may not
   * publish (Art. 9).
   */
  record Trial(String verifyUrl) implements Standing {
    public Trial {
      requireNonNull(verifyUrl, "verifyUrl");
    }
  }

  /** A sanction suspends the subject (Art. 10), for ever when {@code until} is empty. */
  record Suspended(String reason, Optional<Instant> until, String appealUrl) implements Standing {
    public Suspended {
      requireNonNull(reason, "reason");
      requireNonNull(until, "until");
      requireNonNull(appealUrl, "appealUrl");
    }
  }

  /**
   * A sanction closes some capabilities (Art. 10), for ever when {@code until} is empty; everything
   * else stays open.
   */
  record Limited(Set<String> capabilities, String reason, Optional<Instant> until, String appealUrl)
      implements Standing {
    public Limited {
      capabilities = Set.copyOf(capabilities);
      requireNonNull(reason, "reason");
      requireNonNull(until, "until");
      requireNonNull(appealUrl, "appealUrl");
    }
  }
}
