package io.assay.gateway.publication;

import static java.util.Objects.requireNonNull;

/** Whether a draft may become public. */
public sealed interface Ruling {
  /** Nothing stands against it. */
  record Go() implements Ruling {}

  /** A person looks at it before it becomes public. */
  record Hold(String code, String message) implements Ruling {
    public Hold {
      requireNonNull(code, "code");
      requireNonNull(message, "message");
    }
  }

  /** It may not become public: {@code message} says why and how to mend it. */
  record Refuse(String code, String message) implements Ruling {
    public Refuse {
      requireNonNull(code, "code");
      requireNonNull(message, "message");
    }
  }

  /** The stricter of two. */
  default Ruling and(Ruling other) {
    return rank() >= other.rank() ? this : other;
  }

  private int rank() {
    return switch (this) {
      case Go() -> 0;
      case Hold _ -> 1;
      case Refuse _ -> 2;
    };
  }
}
