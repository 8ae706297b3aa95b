package io.assay.office.intake;

import io.assay.office.MasterSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Seals what people wrote with AES-256-GCM, under a key of its case. Thread-safe. */
@Component
class Sealer {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final MasterSecret master;
  private final SecureRandom random = new SecureRandom();

  Sealer(MasterSecret master) {
    this.master = master;
  }

  byte[] seal(String caseId, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, caseId, nonce, plain);
    byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE, sealed.length);
    return all;
  }

  byte[] seal(String caseId, String text) {
    return seal(caseId, text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] open(String caseId, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    return run(
        Cipher.DECRYPT_MODE, caseId, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
  }

  String text(String caseId, byte[] sealed) {
    return new String(open(caseId, sealed), StandardCharsets.UTF_8);
  }

  /** By what a receipt code is found again; the code itself is not kept. */
  String fingerprint(String code) {
    return master.hmac("intake/code", code);
  }

  private byte[] run(int mode, String caseId, byte[] nonce, byte[] input) {
    try {
      byte[] key = HexFormat.of().parseHex(master.hmac("intake/case", caseId));
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(caseId.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("what case " + caseId + " holds does not open", e);
    }
  }
}
