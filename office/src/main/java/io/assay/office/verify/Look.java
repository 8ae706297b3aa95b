package io.assay.office.verify;

import io.assay.mark.Finding.Bearing;
import io.assay.mark.Verdict;

/** The tone and icon by which the page shows a verdict, or what one finding means for it. */
public record Look(String tone, String icon) {

  /** No tone calls a file fake: a file without labels is a file without evidence. */
  static Look of(Verdict verdict) {
    return switch (verdict) {
      case INTACT -> new Look("pass", "shield-check");
      case STRIPPED -> new Look("hold", "eraser");
      case ALTERED -> new Look("hold", "pencil");
      case FORGED -> new Look("block", "alert-octagon");
      case TRANSPLANTED -> new Look("block", "replace");
      case UNLABELLED -> new Look("idle", "tag-off");
      case UNKNOWN -> new Look("idle", "help-circle");
    };
  }

  static Look of(Bearing bearing) {
    return switch (bearing) {
      case SHOWS_INTACT -> new Look("pass", "check");
      case INFORMS -> new Look("brass", "eye");
      case DEVIATES -> new Look("hold", "alert-triangle");
      case SHOWS_ALTERATION, SHOWS_STRIPPING -> new Look("hold", "x");
      case SHOWS_FORGERY, SHOWS_TRANSPLANT -> new Look("block", "x");
    };
  }
}
