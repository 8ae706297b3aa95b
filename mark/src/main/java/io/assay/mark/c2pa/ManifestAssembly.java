package io.assay.mark.c2pa;

import io.assay.mark.c2pa.binding.HashAlgorithm;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.jumbf.BoxKind;
import io.assay.mark.c2pa.jumbf.JumbfBox;
import io.assay.mark.c2pa.store.HashedUri;
import io.assay.mark.c2pa.store.Manifest;
import io.assay.mark.c2pa.store.ManifestStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts a manifest together, but for the hard binding and the signature. */
final class ManifestAssembly {
  /** The label of the assertion that mirrors the GB 45438 label. */
  static final String AIGC_LABEL = "cn.tc260.aigc";

  private static final String ASSERTIONS = "c2pa.assertions";
  private static final HashAlgorithm HASH = HashAlgorithm.SHA256;

  private final ManifestRequest request;
  private final IngredientAssertions ingredients;
  private final String label = ManifestLabel.random();
  private final String instanceId = "xmp:iid:" + UUID.randomUUID();

  ManifestAssembly(ManifestRequest request, IngredientAssertions ingredients) {
    this.request = request;
    this.ingredients = ingredients;
  }

  /** Turns a claim into a signature. */
  interface Signing {
    byte[] sign(byte[] claim);
  }

  /** The whole store for a hard binding. */
  byte[] store(String bindingLabel, Cbor.Fields binding, Signing signing) {
    List<JumbfBox> assertions = new ArrayList<>(ingredients.boxes());
    assertions.add(cbor("c2pa.actions.v2", actions()));
    assertions.add(cbor(bindingLabel, binding));
    request.softBinding().ifPresent(b -> assertions.add(cbor("c2pa.soft-binding", softBinding(b))));
    request.aigcLabel().ifPresent(json -> assertions.add(aigc(json)));
    byte[] claim = claim(assertions).encode();
    Manifest manifest =
        new Manifest(
            JumbfBox.holding(
                BoxKind.MANIFEST,
                label,
                List.of(
                    JumbfBox.holding(BoxKind.ASSERTIONS, ASSERTIONS, assertions),
                    JumbfBox.cbor(BoxKind.CLAIM, "c2pa.claim.v2", claim),
                    JumbfBox.cbor(BoxKind.SIGNATURE, "c2pa.signature", signing.sign(claim)))));
    List<Manifest> manifests = new ArrayList<>(ingredients.manifests());
    manifests.add(manifest);
    return new ManifestStore(manifests).toBytes();
  }

  private Cbor.Fields claim(List<JumbfBox> assertions) {
    Map<String, Cbor> claim = new LinkedHashMap<>();
    claim.put("instanceID", Cbor.of(instanceId));
    claim.put("claim_generator_info", generator());
    claim.put("signature", Cbor.of("self#jumbf=c2pa.signature"));
    claim.put(
        "created_assertions",
        Cbor.list(assertions.stream().map(box -> reference(box).toCbor()).toList()));
    claim.put("dc:title", Cbor.of(request.title()));
    claim.put("alg", Cbor.of(HASH.id()));
    return Cbor.map(claim);
  }

  private Cbor.Fields generator() {
    return Cbor.map(
        Map.of(
            "name",
            Cbor.of(request.generatorName()),
            "version",
            Cbor.of(request.generatorVersion())));
  }

  static HashedUri reference(JumbfBox assertion) {
    return HashedUri.within(ASSERTIONS + "/" + assertion.label(), HASH.hash(assertion.payload()));
  }

  /** The first action is the work's beginning; an opened work was then edited (section 18.14.2). */
  private Cbor.Fields actions() {
    Cbor sourceType = Cbor.of(request.sourceType().uri().toString());
    List<Cbor> actions = new ArrayList<>();
    switch (request.origin()) {
      case CREATED -> {
        Cbor.Fields created = action("c2pa.created").with("digitalSourceType", sourceType);
        List<Cbor> inputs = ingredients.references(Ingredient.Relationship.INPUT_TO);
        actions.add(inputs.isEmpty() ? created : created.with("parameters", on(inputs)));
      }
      case OPENED -> {
        List<Cbor> parent = ingredients.references(Ingredient.Relationship.PARENT_OF);
        actions.add(action("c2pa.opened").with("parameters", on(parent)));
        actions.add(action("c2pa.edited").with("digitalSourceType", sourceType));
      }
    }
    List<Cbor> placed = ingredients.references(Ingredient.Relationship.COMPONENT_OF);
    if (!placed.isEmpty()) {
      actions.add(action("c2pa.placed").with("parameters", on(placed)));
    }
    request
        .softBinding()
        .filter(binding -> binding.kind() == SoftBinding.Kind.WATERMARK)
        .ifPresent(binding -> actions.add(action("c2pa.watermarked")));
    return Cbor.map(Map.of("actions", Cbor.list(actions)));
  }

  private Cbor.Fields action(String name) {
    return Cbor.map(Map.of("action", Cbor.of(name), "softwareAgent", generator()));
  }

  private static Cbor.Fields on(List<Cbor> references) {
    return Cbor.map(Map.of("ingredients", Cbor.list(references)));
  }

  private static Cbor.Fields softBinding(SoftBinding binding) {
    Cbor.Fields block =
        Cbor.map(Map.of("scope", Cbor.map(Map.of()), "value", Cbor.of(binding.value())));
    return Cbor.map(
        Map.of(
            "alg",
            Cbor.of(binding.algorithm()),
            "blocks",
            Cbor.list(block),
            "pad",
            Cbor.of(new byte[0])));
  }

  private static JumbfBox cbor(String label, Cbor content) {
    return JumbfBox.cbor(BoxKind.CBOR, label, content.encode());
  }

  private static JumbfBox aigc(String json) {
    return JumbfBox.around(
        BoxKind.JSON,
        AIGC_LABEL,
        new JumbfBox.Content("json", json.getBytes(StandardCharsets.UTF_8)));
  }
}
