package io.assay.mark.c2pa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a manifest is to say.
 *
 * @param title the work's name
 * @param generatorName the program that makes the claim
 * @param generatorVersion its version
 * @param origin whether the work is new or an opened one
 * @param sourceType how it came about
 * @param ingredients what went into it; an opened work has exactly one parent
 * @param softBinding a watermark or fingerprint of the work
 * @param aigcLabel the GB 45438 label as JSON, to be signed along
 * @param timestampAuthority who attests the time of signing
 */
public record ManifestRequest(
    String title,
    String generatorName,
    String generatorVersion,
    Origin origin,
    DigitalSourceType sourceType,
    List<Ingredient> ingredients,
    Optional<SoftBinding> softBinding,
    Optional<String> aigcLabel,
    Optional<TimestampAuthority> timestampAuthority) {

  /** Where a work begins. */
  public enum Origin {
    /** Made from nothing but inputs to a model. */
    CREATED,
    /** An existing work, changed. */
    OPENED
  }

  public ManifestRequest {
    ingredients = List.copyOf(ingredients);
    if (title.isBlank() || generatorName.isBlank() || generatorVersion.isBlank()) {
      throw new IllegalArgumentException("title, generator name and version must not be blank");
    }
    long parents =
        ingredients.stream()
            .filter(i -> i.relationship() == Ingredient.Relationship.PARENT_OF)
            .count();
    if (parents != (origin == Origin.OPENED ? 1 : 0)) {
      throw new IllegalArgumentException(
          origin + " goes with " + (origin == Origin.OPENED ? 1 : 0) + " parents, got " + parents);
    }
  }

  /** A new work made by a trained model. */
  public static ManifestRequest created(String title, String generatorName, String version) {
    return new ManifestRequest(
        title,
        generatorName,
        version,
        Origin.CREATED,
        DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** An existing work that a trained model changed. */
  public static ManifestRequest opened(
      String title, String generatorName, String version, Ingredient parent) {
    return new ManifestRequest(
        title,
        generatorName,
        version,
        Origin.OPENED,
        DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA,
        List.of(parent),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with another kind of origin. */
  public ManifestRequest withSourceType(DigitalSourceType type) {
    return new ManifestRequest(
        title,
        generatorName,
        generatorVersion,
        origin,
        type,
        ingredients,
        softBinding,
        aigcLabel,
        timestampAuthority);
  }

  /** The same with a time-stamp. */
  public ManifestRequest stampedBy(TimestampAuthority authority) {
    return new ManifestRequest(
        title,
        generatorName,
        generatorVersion,
        origin,
        sourceType,
        ingredients,
        softBinding,
        aigcLabel,
        Optional.of(authority));
  }

  /** The same with the GB 45438 label signed along. */
  public ManifestRequest withAigcLabel(String json) {
    return new ManifestRequest(
        title,
        generatorName,
        generatorVersion,
        origin,
        sourceType,
        ingredients,
        softBinding,
        Optional.of(json),
        timestampAuthority);
  }

  /** The same with a soft binding. */
  public ManifestRequest withSoftBinding(SoftBinding binding) {
    return new ManifestRequest(
        title,
        generatorName,
        generatorVersion,
        origin,
        sourceType,
        ingredients,
        Optional.of(binding),
        aigcLabel,
        timestampAuthority);
  }

  /** The same with one more ingredient. */
  public ManifestRequest withIngredient(Ingredient ingredient) {
    List<Ingredient> more = new ArrayList<>(ingredients);
    more.add(ingredient);
    return new ManifestRequest(
        title,
        generatorName,
        generatorVersion,
        origin,
        sourceType,
        more,
        softBinding,
        aigcLabel,
        timestampAuthority);
  }
}
