package io.assay.mark.c2pa;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.cose.Certificates;
import io.assay.mark.c2pa.cose.CoseSign1;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Signs a claim and pads the signature to a length fixed beforehand. */
final class SignatureBox {
  private static final int STAMP_ROOM = 10_240;
  private static final int MARGIN = 512;

  private final C2paSigner signer;
  private final Optional<TimestampAuthority> authority;

  SignatureBox(C2paSigner signer, Optional<TimestampAuthority> authority) {
    this.signer = signer;
    this.authority = authority;
  }

  /** A length that the signature fits into. */
  int room() {
    int chain = signer.chain().stream().mapToInt(c -> Certificates.der(c).length + 8).sum();
    return chain + signer.algorithm().size() + MARGIN + (authority.isPresent() ? STAMP_ROOM : 0);
  }

  /** The signature over a claim, exactly {@code length} bytes long. */
  byte[] sign(byte[] claim, int length) {
    byte[] header = CoseSign1.protectedHeader(signer.algorithm(), signer.chain());
    byte[] signature = signer.sign(CoseSign1.toBeSigned(header, claim));
    Map<String, Cbor> unprotected = new LinkedHashMap<>();
    authority.ifPresent(
        tsa -> {
          byte[] token = tsa.stamp(CoseSign1.toBeStamped(header, signature));
          Cbor tokens = Cbor.list(Cbor.map(Map.of("val", Cbor.of(token))));
          unprotected.put("sigTst2", Cbor.map(Map.of("tstTokens", tokens)));
        });
    return padded(header, Cbor.map(unprotected), signature, length);
  }

  private static byte[] padded(
      byte[] header, Cbor.Fields unprotected, byte[] signature, int length) {
    int bare = new CoseSign1(header, unprotected, signature).encode().length;
    for (int second = 0; second <= 1; second++) {
      Cbor.Fields fields =
          second == 0 ? unprotected : unprotected.with("pad2", Cbor.of(new byte[second]));
      for (int overhead = 5; overhead <= 12; overhead++) {
        int pad = length - bare - overhead - second * 7;
        if (pad >= 0) {
          byte[] candidate =
              new CoseSign1(header, fields.with("pad", Cbor.of(new byte[pad])), signature).encode();
          if (candidate.length == length) {
            return candidate;
          }
        }
      }
    }
    throw new MarkException(
        MarkException.Reason.LIMIT,
        "the signature of " + bare + " bytes does not fit into the " + length + " kept for it");
  }
}
