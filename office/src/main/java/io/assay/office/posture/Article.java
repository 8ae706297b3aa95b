package io.assay.office.posture;

import java.util.List;

/** An article of the Provisions with its controls; 0 stands for what guards the controls. */
public record Article(int number, List<Standing> controls) {
  public Article {
    controls = List.copyOf(controls);
  }

  /** The worst of its controls, never an average. */
  public Status status() {
    return Status.worst(controls.stream().map(Standing::status).toList());
  }
}
