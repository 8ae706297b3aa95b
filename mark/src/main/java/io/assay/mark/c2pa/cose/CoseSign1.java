package io.assay.mark.c2pa.cose;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.cbor.Cbor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A COSE_Sign1 structure with detached payload (RFC 9052 section 4.2). */
public record CoseSign1(byte[] protectedHeader, Cbor.Fields unprotectedHeader, byte[] signature) {
  private static final int TAG = 18;
  private static final int ALGORITHM = 1;
  private static final int X5CHAIN = 33;
  private static final int MAX_CHAIN = 16;

  /** The protected header that names the algorithm and carries the chain. */
  public static byte[] protectedHeader(SigningAlgorithm algorithm, List<X509Certificate> chain) {
    SequencedMap<Cbor, Cbor> header = new LinkedHashMap<>();
    header.put(Cbor.of(ALGORITHM), Cbor.of(algorithm.cose()));
    List<Cbor> certificates = chain.stream().map(c -> Cbor.of(Certificates.der(c))).toList();
    header.put(
        Cbor.of(X5CHAIN),
        certificates.size() == 1 ? certificates.getFirst() : Cbor.list(certificates));
    return new Cbor.Fields(header).encode();
  }

  /** The bytes that the signature covers. */
  public static byte[] toBeSigned(byte[] protectedHeader, byte[] payload) {
    return structure("Signature1", protectedHeader, payload);
  }

  /** The bytes that a version 2 time-stamp covers (section 10.3.2.5.2). */
  public static byte[] toBeStamped(byte[] protectedHeader, byte[] signature) {
    return structure("CounterSignature", protectedHeader, Cbor.of(signature).encode());
  }

  /** The bytes that a deprecated version 1 time-stamp covers. */
  public static byte[] toBeStampedVersion1(byte[] protectedHeader, byte[] claim) {
    return structure("CounterSignature", protectedHeader, claim);
  }

  private static byte[] structure(String context, byte[] protectedHeader, byte[] payload) {
    return Cbor.list(
            Cbor.of(context), Cbor.of(protectedHeader), Cbor.of(new byte[0]), Cbor.of(payload))
        .encode();
  }

  public byte[] encode() {
    return new Cbor.Tagged(
            TAG,
            Cbor.list(
                Cbor.of(protectedHeader), unprotectedHeader, Cbor.Simple.NULL, Cbor.of(signature)))
        .encode();
  }

  public static CoseSign1 decode(byte[] bytes) {
    Cbor item = Cbor.decode(bytes);
    List<Cbor> parts =
        (item instanceof Cbor.Tagged(long tag, Cbor inner) && tag == TAG ? inner : item).asList();
    if (parts.size() != 4) {
      throw new MarkException(
          MarkException.Reason.MALFORMED, "COSE_Sign1 has " + parts.size() + " parts, not 4");
    }
    return new CoseSign1(parts.get(0).asBytes(), parts.get(1).asFields(), parts.get(3).asBytes());
  }

  /** The algorithm named in the protected header; empty where C2PA allows no such algorithm. */
  public Optional<SigningAlgorithm> algorithm() {
    return header().get(ALGORITHM).map(Cbor::asLong).flatMap(SigningAlgorithm::ofCose);
  }

  /** The certificates of the signer, leaf first. */
  public List<X509Certificate> chain() {
    Cbor value =
        header()
            .get(X5CHAIN)
            .or(() -> header().get("x5chain"))
            .or(() -> unprotectedHeader.get(X5CHAIN))
            .or(() -> unprotectedHeader.get("x5chain"))
            .orElseThrow(
                () -> new MarkException(MarkException.Reason.MALFORMED, "x5chain is missing"));
    List<Cbor> encoded = value instanceof Cbor.Bytes ? List.of(value) : value.asList();
    if (encoded.isEmpty() || encoded.size() > MAX_CHAIN) {
      throw new MarkException(
          MarkException.Reason.MALFORMED, "x5chain holds " + encoded.size() + " certificates");
    }
    List<X509Certificate> chain = new ArrayList<>();
    for (Cbor certificate : encoded) {
      chain.add(Certificates.parse(certificate.asBytes()));
    }
    return chain;
  }

  private Cbor.Fields header() {
    return Cbor.decode(protectedHeader).asFields();
  }
}
