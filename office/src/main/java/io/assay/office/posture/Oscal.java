package io.assay.office.posture;

import io.assay.office.OfficeConfig;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The posture of a moment as assessment results of the Open Security Controls Assessment Language
 * (NIST, OSCAL 1.1.3), for programs that gather such results. What was not proved is not satisfied.
 * The same results always bear the same identifiers.
 */
@Component
class Oscal {
  static final String VERSION = "1.1.3";
  private static final String NAMESPACE = "urn:assay:posture";

  private final MessageSource messages;
  private final OfficeConfig config;

  Oscal(MessageSource messages, OfficeConfig config) {
    this.messages = messages;
    this.config = config;
  }

  /** The whole document, ready to be written as JSON. */
  Map<String, Object> document(List<Article> articles, Instant moment, Locale language) {
    List<Standing> standings = articles.stream().flatMap(it -> it.controls().stream()).toList();
    List<ControlResult> results = standings.stream().flatMap(it -> it.result().stream()).toList();
    Instant end = results.stream().map(ControlResult::asOf).max(order()).orElse(moment);
    Instant start = results.stream().map(ControlResult::windowFrom).min(order()).orElse(moment);
    String name = config.publicUrl() + " " + end;
    String plan = NamedUuid.of(config.publicUrl() + " plan");
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("title", said("posture.oscal.title", language));
    metadata.put("last-modified", end.toString());
    metadata.put("version", end.toString());
    metadata.put("oscal-version", VERSION);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("uuid", NamedUuid.of(name + " result"));
    result.put("title", said("posture.title", language));
    result.put("description", said("posture.lead", language));
    result.put("start", start.toString());
    result.put("end", end.toString());
    result.put("reviewed-controls", reviewed(standings));
    if (!results.isEmpty()) {
      result.put("observations", results.stream().map(it -> observation(it, language)).toList());
    }
    result.put("findings", standings.stream().map(it -> finding(it, name, language)).toList());
    Map<String, Object> assessment = new LinkedHashMap<>();
    assessment.put("uuid", NamedUuid.of(name));
    assessment.put("metadata", metadata);
    assessment.put("import-ap", Map.of("href", "#" + plan));
    assessment.put("results", List.of(result));
    assessment.put("back-matter", Map.of("resources", List.of(plan(plan, language))));
    return Map.of("assessment-results", assessment);
  }

  private static Map<String, Object> reviewed(List<Standing> standings) {
    List<Map<String, String>> controls =
        standings.stream().map(it -> Map.of("control-id", it.control().id())).toList();
    return Map.of("control-selections", List.of(Map.of("include-controls", controls)));
  }

  private Map<String, Object> observation(ControlResult it, Locale language) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("href", page(it.control()).toString());
    evidence.put("description", said("posture.rows.all", language));
    Map<String, Object> observation = new LinkedHashMap<>();
    observation.put("uuid", NamedUuid.of(of(it)));
    observation.put("title", it.control() + " " + said("control." + it.control(), language));
    observation.put("description", said("control." + it.control() + ".formula", language));
    observation.put(
        "props",
        List.of(
            property("bad", String.valueOf(it.num())),
            property("counted", String.valueOf(it.den())),
            property("status", it.status().name()),
            property("window-from", it.windowFrom().toString()),
            property("query-sha256", it.querySha256()),
            property("ledger-shard", it.ledgerShard()),
            property("ledger-index", String.valueOf(it.ledgerIndex())),
            property("changed-since", String.valueOf(it.tampered()))));
    observation.put("methods", List.of("TEST"));
    observation.put("types", List.of("control-objective"));
    observation.put("relevant-evidence", List.of(evidence));
    observation.put("collected", it.asOf().toString());
    return observation;
  }

  private Map<String, Object> finding(Standing it, String name, Locale language) {
    String id = it.control().id();
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("type", "objective-id");
    target.put("target-id", id);
    target.put("status", status(it.status(), language));
    Map<String, Object> finding = new LinkedHashMap<>();
    finding.put("uuid", NamedUuid.of(name + " " + id));
    finding.put("title", id + " " + said("control." + id, language));
    finding.put("description", said("control." + id + ".formula", language));
    finding.put("target", target);
    it.result()
        .ifPresent(
            result ->
                finding.put(
                    "related-observations",
                    List.of(Map.of("observation-uuid", NamedUuid.of(of(result))))));
    return finding;
  }

  private Map<String, Object> status(Status it, Locale language) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("state", it.satisfied() ? "satisfied" : "not-satisfied");
    status.put("reason", it.satisfied() ? "pass" : it == Status.FAIL ? "fail" : "other");
    status.put("remarks", said("posture.status." + it.name(), language));
    return status;
  }

  private Map<String, Object> plan(String plan, Locale language) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("uuid", plan);
    resource.put("title", said("posture.oscal.plan", language));
    resource.put("rlinks", List.of(Map.of("href", config.address("/posture"))));
    return resource;
  }

  private URI page(String control) {
    return URI.create(config.address("/posture/" + control + "?all=true"));
  }

  private String said(String key, Locale language) {
    return messages.getMessage(key, null, language);
  }

  private static Map<String, Object> property(String name, String value) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("name", name);
    property.put("ns", NAMESPACE);
    property.put("value", value);
    return property;
  }

  private static String of(ControlResult it) {
    return it.control() + " " + it.ledgerShard() + " " + it.ledgerIndex();
  }

  private static Comparator<Instant> order() {
    return Comparator.naturalOrder();
  }
}
