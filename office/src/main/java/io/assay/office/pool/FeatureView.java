package io.assay.office.pool;

import io.assay.review.Layer;
import io.assay.review.Rule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feature as programs read it. */
record FeatureView(
    String id,
    String kind,
    String pattern,
    String category,
    String severity,
    String disposition,
    List<String> directions,
    List<String> layers,
    List<String> exceptions,
    String standard,
    String evidence,
    String origin,
    String about,
    String replaces,
    FeatureState state,
    String editor,
    @Nullable String approver,
    Instant enteredAt,
    @Nullable Instant approvedAt,
    Instant changedAt,
    @Nullable Instant dueAt) {

  static FeatureView of(PoolFeature feature) {
    Rule rule = feature.rule();
    return new FeatureView(
        feature.id(),
        feature.kind().title(),
        feature.pattern(),
        rule.category().code(),
        rule.severity().name(),
        rule.disposition().name(),
        rule.scope().directions().stream().map(Enum::name).sorted().toList(),
        feature.feature().matching().layers().enabled().stream().map(Layer::name).sorted().toList(),
        feature.feature().matching().exceptions(),
        feature.feature().entry().standard(),
        feature.feature().entry().evidence(),
        feature.origin().name(),
        feature.about(),
        feature.replaces(),
        feature.state(),
        feature.editor(),
        feature.approver(),
        feature.enteredAt(),
        feature.approvedAt(),
        feature.changedAt(),
        feature.dueAt());
  }
}
