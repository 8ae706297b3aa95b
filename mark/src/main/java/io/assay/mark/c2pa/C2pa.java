package io.assay.mark.c2pa;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.binding.BlocksHash;
import io.assay.mark.c2pa.binding.BmffHash;
import io.assay.mark.c2pa.binding.BoxesHash;
import io.assay.mark.c2pa.binding.FragmentsHash;
import io.assay.mark.c2pa.binding.HardBinding;
import io.assay.mark.c2pa.binding.HashAlgorithm;
import io.assay.mark.c2pa.binding.Hashing;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.slot.Slots;
import io.assay.mark.c2pa.store.ManifestStore;
import io.assay.mark.c2pa.validation.TrustAnchors;
import io.assay.mark.c2pa.validation.ValidationReport;
import io.assay.mark.c2pa.validation.Validator;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import io.assay.mark.container.Spliced;
import io.assay.mark.container.StorePlan;
import io.assay.mark.container.StoreSlot;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Embeds, reads and validates signed C2PA manifests (claim version 2, specification 2.2).
 *
 * <p>Embedding adds the manifest and nothing else: pixels, samples and other metadata stay as they
 * are. It comes last, because any later edit makes the manifest invalid; that is its purpose. Files
 * are read in constant memory except for their tables of contents. Errors are {@link MarkException}
 * with the offset. Stateless; safe for several threads as far as the sources given are.
 */
public final class C2pa {
  private static final HashAlgorithm HASH = HashAlgorithm.SHA256;
  private static final int FIRST_GUESS = 4096;
  private static final int MAX_ROUNDS = 16;

  private C2pa() {}

  /** Whether a manifest can stand inside files of this format. */
  public static boolean embeds(Format format) {
    return Slots.of(format).isPresent();
  }

  /**
   * The file with a manifest, in place of an earlier one. To keep an earlier manifest as history,
   * name the file as an ingredient.
   *
   * @throws MarkException where the format keeps no manifest, or the file is one that cannot be
   *     edited
   */
  public static Spliced embed(
      Source file, Format format, ManifestRequest request, C2paSigner signer) {
    return embed(file, format, request, signer, Slots.binding(format));
  }

  /**
   * The same for JPEG and PNG, bound box by box: a tool may then tell which part was changed.
   *
   * @throws MarkException for other formats
   */
  public static Spliced embedBoxBound(
      Source file, Format format, ManifestRequest request, C2paSigner signer) {
    return embed(file, format, request, signer, new BoxesHash());
  }

  /**
   * The same for MP4, MOV and M4A in one piece, bound block by block: a player may then check the
   * part that it shows before it has the rest.
   *
   * @param blockSize in bytes; the manifest grows by 32 bytes a block
   * @throws MarkException for other formats and for files without media data
   */
  public static Spliced embedBlockBound(
      Source file, Format format, ManifestRequest request, C2paSigner signer, long blockSize) {
    if (format.kind() == Format.Kind.IMAGE || !(Slots.binding(format) instanceof BmffHash)) {
      throw MarkException.unsupported("blocks of media data in " + format);
    }
    return embed(file, format, request, signer, new BlocksHash(blockSize));
  }

  private static Spliced embed(
      Source file, Format format, ManifestRequest request, C2paSigner signer, HardBinding binding) {
    StoreSlot slot =
        Slots.of(format)
            .orElseThrow(
                () -> MarkException.unsupported(format + " holds no manifest; write a sidecar"));
    Writing writing = new Writing(request, signer);
    int size = FIRST_GUESS;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      StorePlan plan = slot.plan(file, new byte[size]);
      Spliced shaped = new Spliced(file, plan.splices());
      Hashing zeros = Hashing.placeholders(HASH);
      byte[] draft = writing.draft(binding.label(), binding.assertion(shaped, plan, zeros));
      if (draft.length == size) {
        Cbor.Fields bound = binding.assertion(shaped, plan, Hashing.by(HASH));
        byte[] store = writing.signed(binding.label(), bound);
        if (store.length != size) {
          throw new IllegalStateException("the manifest changed its length while it was signed");
        }
        return new Spliced(file, slot.plan(file, store).splices());
      }
      size = draft.length;
    }
    throw new IllegalStateException("the manifest found no length of its own");
  }

  /**
   * A movie whose fragments are delivered apart (DASH, HLS with CMAF): the manifest stands in its
   * start, and each fragment carries the proof that it belongs to it.
   *
   * @param fragments in their order, each with at least one {@code moof}
   */
  public static FragmentedMovie embedFragmented(
      Source start, List<Source> fragments, ManifestRequest request, C2paSigner signer) {
    FragmentsHash binding = FragmentsHash.of(fragments);
    return new FragmentedMovie(
        embed(start, Format.MP4, request, signer, binding), binding.fragments());
  }

  /** Validates one fragment together with the start of its movie. */
  public static Optional<ValidationReport> validateFragment(
      Source start, Source fragment, TrustAnchors anchors, InstantSource clock) {
    return slot(start)
        .flatMap(slot -> slot.read(start))
        .map(ManifestStore::read)
        .map(store -> Validator.validateFragment(start, fragment, store, anchors, clock));
  }

  /** A manifest to lie beside a file of any format, as a {@code .c2pa} file. */
  public static byte[] sidecar(Source file, ManifestRequest request, C2paSigner signer) {
    HardBinding binding = Slots.binding(Format.TEXT);
    Cbor.Fields bound =
        binding.assertion(file, new StorePlan(List.of(), List.of()), Hashing.by(HASH));
    return new Writing(request, signer).signed(binding.label(), bound);
  }

  /** The manifests in a file. */
  public static Optional<ManifestStore> read(Source file) {
    return slot(file).flatMap(slot -> slot.read(file)).map(ManifestStore::read);
  }

  private static Optional<StoreSlot> slot(Source file) {
    return Format.sniff(file).flatMap(Slots::of);
  }

  /** Validates the manifests in a file; empty where there are none. */
  public static Optional<ValidationReport> validate(
      Source file, TrustAnchors anchors, InstantSource clock) {
    return slot(file)
        .flatMap(
            slot ->
                slot.read(file)
                    .map(ManifestStore::read)
                    .map(
                        store ->
                            Validator.validate(file, slot.location(file), store, anchors, clock)));
  }

  /** Validates a manifest that lies beside a file. */
  public static ValidationReport validate(
      Source file, byte[] sidecar, TrustAnchors anchors, InstantSource clock) {
    return Validator.validate(file, List.of(), ManifestStore.read(sidecar), anchors, clock);
  }

  /** One manifest in the making: drafts and the signed store have the same length. */
  private static final class Writing {
    private final ManifestAssembly assembly;
    private final SignatureBox signature;
    private final int room;

    Writing(ManifestRequest request, C2paSigner signer) {
      IngredientAssertions ingredients = new IngredientAssertions(request.ingredients());
      this.assembly = new ManifestAssembly(request, ingredients);
      this.signature = new SignatureBox(signer, request.timestampAuthority());
      this.room = signature.room();
    }

    byte[] draft(String label, Cbor.Fields binding) {
      byte[] blank = new byte[room];
      return assembly.store(label, binding, claim -> blank);
    }

    byte[] signed(String label, Cbor.Fields binding) {
      return assembly.store(label, binding, claim -> signature.sign(claim, room));
    }
  }
}
