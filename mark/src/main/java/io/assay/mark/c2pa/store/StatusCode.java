package io.assay.mark.c2pa.store;

import java.util.Arrays;
import java.util.Optional;

/** The status codes of C2PA section 15.2.2 that this validator gives. */
public enum StatusCode {
  ASSERTION_BMFF_HASH_MATCH(Severity.SUCCESS, "assertion.bmffHash.match"),
  ASSERTION_BOXES_HASH_MATCH(Severity.SUCCESS, "assertion.boxesHash.match"),
  ASSERTION_COLLECTION_HASH_MATCH(Severity.SUCCESS, "assertion.collectionHash.match"),
  ASSERTION_DATA_HASH_MATCH(Severity.SUCCESS, "assertion.dataHash.match"),
  ASSERTION_HASHED_URI_MATCH(Severity.SUCCESS, "assertion.hashedURI.match"),
  CLAIM_SIGNATURE_INSIDE_VALIDITY(Severity.SUCCESS, "claimSignature.insideValidity"),
  CLAIM_SIGNATURE_VALIDATED(Severity.SUCCESS, "claimSignature.validated"),
  INGREDIENT_CLAIM_SIGNATURE_VALIDATED(Severity.SUCCESS, "ingredient.claimSignature.validated"),
  INGREDIENT_MANIFEST_VALIDATED(Severity.SUCCESS, "ingredient.manifest.validated"),
  OCSP_NOT_REVOKED(Severity.SUCCESS, "signingCredential.ocsp.notRevoked"),
  SIGNING_CREDENTIAL_TRUSTED(Severity.SUCCESS, "signingCredential.trusted"),
  TIME_STAMP_TRUSTED(Severity.SUCCESS, "timeStamp.trusted"),
  TIME_STAMP_VALIDATED(Severity.SUCCESS, "timeStamp.validated"),

  ADDITIONAL_EXCLUSIONS_PRESENT(
      Severity.INFORMATIONAL, "assertion.dataHash.additionalExclusionsPresent"),
  INGREDIENT_UNKNOWN_PROVENANCE(Severity.INFORMATIONAL, "ingredient.unknownProvenance"),
  TIME_STAMP_MALFORMED(Severity.INFORMATIONAL, "timeStamp.malformed"),
  TIME_STAMP_MISMATCH(Severity.INFORMATIONAL, "timeStamp.mismatch"),
  TIME_STAMP_OUTSIDE_VALIDITY(Severity.INFORMATIONAL, "timeStamp.outsideValidity"),
  TIME_STAMP_UNTRUSTED(Severity.INFORMATIONAL, "timeStamp.untrusted"),
  OCSP_SKIPPED(Severity.INFORMATIONAL, "signingCredential.ocsp.skipped"),
  OCSP_UNKNOWN(Severity.INFORMATIONAL, "signingCredential.ocsp.unknown"),

  ALGORITHM_UNSUPPORTED(Severity.FAILURE, "algorithm.unsupported"),
  ACTION_INGREDIENT_MISMATCH(Severity.FAILURE, "assertion.action.ingredientMismatch"),
  ACTION_MALFORMED(Severity.FAILURE, "assertion.action.malformed"),
  ACTION_REDACTED(Severity.FAILURE, "assertion.action.redacted"),
  ASSERTION_BMFF_HASH_MALFORMED(Severity.FAILURE, "assertion.bmffHash.malformed"),
  ASSERTION_BMFF_HASH_MISMATCH(Severity.FAILURE, "assertion.bmffHash.mismatch"),
  ASSERTION_BOXES_HASH_MALFORMED(Severity.FAILURE, "assertion.boxesHash.malformed"),
  ASSERTION_BOXES_HASH_MISMATCH(Severity.FAILURE, "assertion.boxesHash.mismatch"),
  ASSERTION_BOXES_HASH_UNKNOWN_BOX(Severity.FAILURE, "assertion.boxesHash.unknownBox"),
  ASSERTION_COLLECTION_HASH_INVALID_URI(Severity.FAILURE, "assertion.collectionHash.invalidURI"),
  ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT(
      Severity.FAILURE, "assertion.collectionHash.incorrectFileCount"),
  ASSERTION_COLLECTION_HASH_MALFORMED(Severity.FAILURE, "assertion.collectionHash.malformed"),
  ASSERTION_COLLECTION_HASH_MISMATCH(Severity.FAILURE, "assertion.collectionHash.mismatch"),
  ASSERTION_DATA_HASH_MALFORMED(Severity.FAILURE, "assertion.dataHash.malformed"),
  ASSERTION_DATA_HASH_MISMATCH(Severity.FAILURE, "assertion.dataHash.mismatch"),
  ASSERTION_CBOR_INVALID(Severity.FAILURE, "assertion.cbor.invalid"),
  ASSERTION_HASHED_URI_MISMATCH(Severity.FAILURE, "assertion.hashedURI.mismatch"),
  ASSERTION_INGREDIENT_MALFORMED(Severity.FAILURE, "assertion.ingredient.malformed"),
  ASSERTION_MISSING(Severity.FAILURE, "assertion.missing"),
  ASSERTION_MULTIPLE_HARD_BINDINGS(Severity.FAILURE, "assertion.multipleHardBindings"),
  ASSERTION_NOT_REDACTED(Severity.FAILURE, "assertion.notRedacted"),
  ASSERTION_OUTSIDE_MANIFEST(Severity.FAILURE, "assertion.outsideManifest"),
  ASSERTION_SELF_REDACTED(Severity.FAILURE, "assertion.selfRedacted"),
  ASSERTION_UNDECLARED(Severity.FAILURE, "assertion.undeclared"),
  CLAIM_CBOR_INVALID(Severity.FAILURE, "claim.cbor.invalid"),
  CLAIM_HARD_BINDINGS_MISSING(Severity.FAILURE, "claim.hardBindings.missing"),
  CLAIM_MALFORMED(Severity.FAILURE, "claim.malformed"),
  CLAIM_MISSING(Severity.FAILURE, "claim.missing"),
  CLAIM_MULTIPLE(Severity.FAILURE, "claim.multiple"),
  CLAIM_SIGNATURE_MISSING(Severity.FAILURE, "claimSignature.missing"),
  CLAIM_SIGNATURE_MISMATCH(Severity.FAILURE, "claimSignature.mismatch"),
  GENERAL_ERROR(Severity.FAILURE, "general.error"),
  INGREDIENT_CLAIM_SIGNATURE_MISSING(Severity.FAILURE, "ingredient.claimSignature.missing"),
  INGREDIENT_CLAIM_SIGNATURE_MISMATCH(Severity.FAILURE, "ingredient.claimSignature.mismatch"),
  INGREDIENT_MANIFEST_MISSING(Severity.FAILURE, "ingredient.manifest.missing"),
  INGREDIENT_MANIFEST_MISMATCH(Severity.FAILURE, "ingredient.manifest.mismatch"),
  MANIFEST_COMPRESSED_INVALID(Severity.FAILURE, "manifest.compressed.invalid"),
  MANIFEST_MULTIPLE_PARENTS(Severity.FAILURE, "manifest.multipleParents"),
  MANIFEST_UPDATE_INVALID(Severity.FAILURE, "manifest.update.invalid"),
  MANIFEST_UPDATE_WRONG_PARENTS(Severity.FAILURE, "manifest.update.wrongParents"),
  OCSP_REVOKED(Severity.FAILURE, "signingCredential.ocsp.revoked"),
  SIGNING_CREDENTIAL_EXPIRED(Severity.FAILURE, "signingCredential.expired"),
  SIGNING_CREDENTIAL_INVALID(Severity.FAILURE, "signingCredential.invalid"),
  SIGNING_CREDENTIAL_UNTRUSTED(Severity.FAILURE, "signingCredential.untrusted");

  /** What a code means for the manifest. */
  public enum Severity {
    SUCCESS,
    INFORMATIONAL,
    FAILURE
  }

  private final Severity severity;
  private final String code;

  StatusCode(Severity severity, String code) {
    this.severity = severity;
    this.code = code;
  }

  public Severity severity() {
    return severity;
  }

  /** The code as the specification spells it. */
  public String code() {
    return code;
  }

  public static Optional<StatusCode> of(String code) {
    return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
  }
}
