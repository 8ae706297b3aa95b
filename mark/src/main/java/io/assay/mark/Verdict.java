package io.assay.mark;

/**
 * What a file's labels prove (Provisions Article 18: labels must not be deleted, altered or
 * hidden). A verdict speaks of evidence: the absence of a label never means that content is genuine
 * or false.
 */
public enum Verdict {
  /** A label is there, and a signature or a register ties it to this very content. */
  INTACT,
  /** The content was issued with a label that is gone. */
  STRIPPED,
  /** The label or the content is not as it was issued or signed. */
  ALTERED,
  /** The label claims an issuer who did not issue it. */
  FORGED,
  /** The label is genuine and belongs to other content. */
  TRANSPLANTED,
  /** No label was found, and nothing shows that there ever was one. */
  UNLABELLED,
  /** A label or a seal is there, and nothing is known to check it against. */
  UNKNOWN
}
