package io.assay.gateway.config;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The section {@code gateway} of the configuration. What is not given takes its default. */
public record GatewayConfig(
    List<UpstreamConfig> upstreams,
    InputConfig inputs,
    ReviewConfig review,
    LabelConfig labels,
    LimitConfig limits,
    ReminderConfig reminders,
    String publicUrl) {
  public GatewayConfig(
      @Nullable List<UpstreamConfig> upstreams,
      @Nullable InputConfig inputs,
      @Nullable ReviewConfig review,
      @Nullable LabelConfig labels,
      @Nullable LimitConfig limits,
      @Nullable ReminderConfig reminders,
      @Nullable String publicUrl) {
    this.upstreams = upstreams == null ? List.of() : List.copyOf(upstreams);
    this.inputs = inputs == null ? InputConfig.defaults() : inputs;
    this.review = review == null ? ReviewConfig.defaults() : review;
    this.labels = labels == null ? LabelConfig.defaults() : labels;
    this.limits = limits == null ? LimitConfig.defaults() : limits;
    this.reminders = reminders == null ? ReminderConfig.defaults() : reminders;
    this.publicUrl = Objects.requireNonNullElse(publicUrl, "");
  }

  public static GatewayConfig defaults() {
    return new GatewayConfig(null, null, null, null, null, null, null);
  }
}
