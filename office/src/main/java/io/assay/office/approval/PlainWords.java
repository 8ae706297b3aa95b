package io.assay.office.approval;

import io.assay.office.actor.Actor;
import io.assay.office.actor.Actors;
import io.assay.office.approval.PlainProposal.Fact;
import io.assay.office.staff.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what a proposal will do in words instead of identifiers. */
@Component
class PlainWords {
  /** Where the words for a fact are found: the first prefix that has its value. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "roles", List.of("staff.role."),
          "before", List.of("staff.role."),
          "level", List.of("sanction.level."),
          "ground", List.of("sanction.ground.", "intake.ground."),
          "method", List.of("identity.method."),
          "finding", List.of("intake.finding."),
          "unit", List.of("policy.unit.", "deadline.unit.name."));

  private final Actors actors;
  private final MessageSource messages;

  PlainWords(Actors actors, MessageSource messages) {
    this.actors = actors;
    this.messages = messages;
  }

  List<PlainProposal> of(List<Proposal> proposals, SignedIn reader, Locale language) {
    return proposals.stream().map(it -> of(it, reader, language)).toList();
  }

  PlainProposal of(Proposal it, SignedIn reader, Locale language) {
    Map<String, String> words = new TreeMap<>();
    it.ordered().forEach((name, value) -> words.put(name, word(name, value, reader, language)));
    Place place = place(it, reader, language);
    List<Fact> facts =
        words.entrySet().stream()
            .filter(fact -> !fact.getValue().isEmpty())
            .map(fact -> new Fact(label(fact.getKey(), language), fact.getValue()))
            .toList();
    return new PlainProposal(
        it,
        place.name(),
        place.path(),
        sentence(it.kind(), place.name(), words, language),
        facts,
        actors.name(it.proposedBy(), language, reader.roles()),
        it.decidedBy() == null ? "" : actors.name(it.decidedBy(), language, reader.roles()));
  }

  private String sentence(String kind, String about, Map<String, String> facts, Locale language) {
    String sentence = said("approval.will." + kind, language).orElse("");
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      sentence = sentence.replace("{" + fact.getKey() + "}", fact.getValue());
    }
    return sentence.replace("{about}", about);
  }

  /** The name of a thing and its page. */
  private record Place(String name, String path) {}

  private Place place(Proposal it, SignedIn reader, Locale language) {
    String about = it.about();
    return switch (it.kind()) {
      case "staff.roles", "staff.factor" -> new Place(fact(it, "member"), "/staff/" + about);
      case "document.approval" ->
          new Place(edition("document.kind.", fact(it, "document"), language), "/papers/" + about);
      case "management.approval" ->
          new Place(
              edition("management.system.", fact(it, "document"), language),
              "/systems/" + slug(fact(it, "document")));
      case "authority.report" -> new Place(fact(it, "title"), "/authority-reports/" + about);
      case "disposal.release" -> new Place(about, "/disposals/" + about);
      case "intake.appeal", "intake.refusal" -> new Place(about, "/cases/" + about);
      case "pool.retirement" -> new Place(about, "/pool/features/" + about);
      case "deadline.commitment" ->
          new Place(said("deadline.rule." + about, language).orElse(about), "/limits");
      case "policy.number" ->
          new Place(said("policy." + about, language).orElse(about), "/policies");
      case "identity.reveal" -> subject(fact(it, "subject"), reader, language);
      default -> about.startsWith("sub_") ? subject(about, reader, language) : new Place(about, "");
    };
  }

  /** A subject by its tenant's name for it, where the reader may look subjects up. */
  private Place subject(String id, SignedIn reader, Locale language) {
    Actor subject = actors.of(id, language, reader.roles());
    String name = subject.path().isEmpty() ? id : subject.name() + " (" + id + ")";
    return new Place(name, subject.path());
  }

  private String word(String name, String value, SignedIn reader, Locale language) {
    if (name.equals("subject")) {
      return subject(value, reader, language).name();
    }
    List<String> prefixes = WORDS.getOrDefault(name, List.of());
    return prefixes.isEmpty()
        ? value
        : Stream.of(value.split(" ", -1))
            .map(part -> word(prefixes, part, language))
            .collect(Collectors.joining(said("approval.and", language).orElse(" ")));
  }

  private String word(List<String> prefixes, String value, Locale language) {
    return prefixes.stream()
        .flatMap(prefix -> said(prefix + value, language).stream())
        .findFirst()
        .orElse(value);
  }

  /** A document by its kind and version, as {@code service-agreement/3} names them. */
  private String edition(String prefix, String name, Locale language) {
    String kind = slug(name);
    String code = kind.replace('-', '_').toUpperCase(Locale.ROOT);
    String version = name.substring(kind.length()).replace("/", " ");
    return said(prefix + code, language).orElse(kind) + version;
  }

  /** The fact, or what the proposal is about where it holds none of that name. */
  private static String fact(Proposal it, String name) {
    return it.facts().getOrDefault(name, it.about());
  }

  private String label(String fact, Locale language) {
    return said("approval.fact." + fact, language).orElse(fact);
  }

  private Optional<String> said(String key, Locale language) {
    return Optional.ofNullable(messages.getMessage(key, null, null, language));
  }

  private static String slug(String name) {
    int end = name.indexOf('/');
    return end < 0 ? name : name.substring(0, end);
  }
}
