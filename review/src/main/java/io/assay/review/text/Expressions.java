package io.assay.review.text;

import io.assay.review.Feature;
import io.assay.review.regex.LinearExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The expressions of a segment. Immutable. */
final class Expressions {

  /** A feature and its compiled expression. */
  record Entry(Feature feature, LinearExpression expression) {}

  private final List<Entry> entries;
  private final Lane literals;
  private final int[] unwoken;
  private final int lead;
  private final int slack;

  Expressions(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      for (String literal : entries.get(i).expression().literals()) {
        terms.add(new Term(entries.get(i).feature(), i, literal, 0, 0));
      }
    }
    this.literals = Lane.of(Lens.CASELESS, terms);
    this.unwoken =
        IntStream.range(0, entries.size())
            .filter(i -> entries.get(i).expression().literals().isEmpty())
            .toArray();
    this.lead = entries.stream().mapToInt(entry -> entry.expression().lead()).max().orElse(0);
    int literal =
        entries.stream()
            .flatMap(entry -> entry.expression().literals().stream())
            .mapToInt(String::length)
            .max()
            .orElse(0);
    this.slack = lead + literal + 1 + reach();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The literals that wake expressions; the part of each term is the expression's index. */
  Lane literals() {
    return literals;
  }

  Entry entry(int index) {
    return entries.get(index);
  }

  /** The indexes of the expressions that no literal wakes. */
  int[] unwoken() {
    return unwoken;
  }

  /** The most characters of a match before the literal that wakes its expression. */
  int lead() {
    return lead;
  }

  /** How far past a match its exceptions may stretch. */
  int reach() {
    return entries.stream()
        .mapToInt(entry -> Exceptions.reach(entry.feature().matching().exceptions()))
        .max()
        .orElse(0);
  }

  /** How far past a stretch of text a literal may still wake an expression for it. */
  int slack() {
    return slack;
  }
}
