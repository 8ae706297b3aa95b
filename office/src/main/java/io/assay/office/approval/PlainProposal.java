package io.assay.office.approval;

import java.util.List;

/**
 * A proposal in plain words.
 *
 * @param about what it changes, by the name that people know
 * @param path the page of that thing; empty where there is none, or not for this reader
 * @param sentence what will happen; empty where no words were found for it
 * @param facts what else it holds
 */
public record PlainProposal(
    Proposal proposal,
    String about,
    String path,
    String sentence,
    List<Fact> facts,
    String proposer,
    String decider) {
  /** One thing that a proposal holds, with its name. */
  public record Fact(String name, String value) {}

  public PlainProposal {
    facts = List.copyOf(facts);
  }
}
