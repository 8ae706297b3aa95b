package io.assay.mark.c2pa;

import io.assay.mark.c2pa.validation.TrustAnchors;
import io.assay.mark.c2pa.validation.ValidationReport;
import io.assay.mark.container.Source;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A work that went into another.
 *
 * @param title its name
 * @param mediaType its media type
 * @param relationship what it is to the new work
 * @param provenance what validating its own manifests found; they are carried along
 */
public record Ingredient(
    String title,
    String mediaType,
    Relationship relationship,
    Optional<ValidationReport> provenance) {
  public Ingredient {
    if (title.isBlank() || !mediaType.matches("[\\w.+-]+/[\\w.+-]+")) {
      throw new IllegalArgumentException(
          "an ingredient needs a title and a media type, got '" + title + "', '" + mediaType + "'");
    }
  }

  /** An ingredient with the manifests in its file, validated here and now. */
  public static Ingredient of(
      String title,
      String mediaType,
      Relationship relationship,
      Source file,
      TrustAnchors anchors,
      InstantSource clock) {
    return new Ingredient(title, mediaType, relationship, C2pa.validate(file, anchors, clock));
  }

  /** What an ingredient is to the work. */
  public enum Relationship {
    /** The work is a changed form of it. */
    PARENT_OF("parentOf"),
    /** The work contains it. */
    COMPONENT_OF("componentOf"),
    /** A model took it as input. */
    INPUT_TO("inputTo");

    private final String term;

    Relationship(String term) {
      this.term = term;
    }

    /** The word of the specification. */
    public String term() {
      return term;
    }
  }
}
