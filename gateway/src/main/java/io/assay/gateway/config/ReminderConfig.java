package io.assay.gateway.config;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How subjects are reminded of their duties (Art. 8, 14). All are policy.
 *
 * @param required whether nothing is generated before a reminder that is due is acknowledged; where
 *     it is not, replies name it
 * @param biometricModels models that edit faces or voices, {@code *} standing for any characters;
 *     the reminder before them is always required
 */
public record ReminderConfig(Boolean required, List<String> biometricModels) {
  public ReminderConfig(@Nullable Boolean required, @Nullable List<String> biometricModels) {
    this.required = Objects.requireNonNullElse(required, false);
    this.biometricModels = biometricModels == null ? List.of() : List.copyOf(biometricModels);
  }

  public static ReminderConfig defaults() {
    return new ReminderConfig(null, null);
  }

  public boolean biometric(String model) {
    return biometricModels.stream().anyMatch(pattern -> ModelPattern.matches(pattern, model));
  }
}
