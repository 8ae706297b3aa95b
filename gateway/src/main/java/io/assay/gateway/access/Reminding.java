package io.assay.gateway.access;

import static java.util.Objects.requireNonNull;

import io.assay.gateway.config.ReminderConfig;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reminders of duties that subjects have not acknowledged yet (Art. 8, 14). Immutable.
 *
 * @param open what each subject has not acknowledged; who is not in it has acknowledged everything
 */
public record Reminding(Map<String, Open> open, ReminderConfig policy) {
  public static final Reminding NONE = new Reminding(Map.of(), ReminderConfig.defaults());

  public Reminding {
    open = Map.copyOf(open);
    requireNonNull(policy, "policy");
  }

  /** When a reminder is due. */
  public enum Moment {
    FIRST_USE,
    /** Before a tool that edits faces or voices. */
    BIOMETRIC,
    /** Where content leaves as a file, or becomes public. */
    EXPORT;

    /** As replies write it: {@code first-use}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What one subject has not acknowledged, and where it can. */
  public record Open(Set<Moment> moments, String url) {
    public Open {
      moments = Set.copyOf(moments);
      requireNonNull(url, "url");
    }
  }

  /**
   * What a subject is reminded of now.
   *
   * @param required those without which nothing is generated
   */
  public record Due(List<Moment> moments, List<Moment> required, String url) {
    public Due {
      moments = List.copyOf(moments);
      required = List.copyOf(required);
    }
  }

  /** What the subject has to be reminded of when it asks for this; empty for nothing. */
  public Optional<Due> due(String subject, String capability, String model) {
    var known = Optional.ofNullable(open.get(subject));
    var wanted = EnumSet.of(Moment.FIRST_USE);
    if (!capability.equals("chat")) {
      wanted.add(Moment.EXPORT);
    }
    if (policy.biometric(model)) {
      wanted.add(Moment.BIOMETRIC);
    }
    return known
        .map(it -> new Due(shared(wanted, it), required(wanted, it), it.url()))
        .filter(it -> !it.moments().isEmpty());
  }

  private static List<Moment> shared(Set<Moment> wanted, Open known) {
    return wanted.stream().filter(known.moments()::contains).toList();
  }

  private List<Moment> required(Set<Moment> wanted, Open known) {
    return shared(wanted, known).stream()
        .filter(it -> policy.required() || it == Moment.BIOMETRIC)
        .toList();
  }
}
