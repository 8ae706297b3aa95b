package io.assay.ledger.vault;

import io.assay.ledger.LedgerException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** A master key that wraps with AES in Galois/Counter mode, in memory or in a token. */
record GcmMasterKey(Gcm cipher) implements MasterKey {

  static MasterKey inToken(Path configuration, String alias, char[] pin) {
    try {
      Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
      KeyStore token = KeyStore.getInstance("PKCS11", provider);
      token.load(null, pin);
      if (token.getKey(alias, null) instanceof SecretKey key) {
        return new GcmMasterKey(new Gcm(key, provider));
      }
      throw unusable(configuration, "it has no secret key labelled " + alias, null);
    } catch (GeneralSecurityException
        | IOException
        | ProviderException
        | InvalidParameterException failed) {
      throw unusable(configuration, failed.getMessage(), failed);
    }
  }

  @Override
  public byte[] wrap(byte[] key, byte[] context) {
    return cipher.encrypt(key, context);
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] context) {
    return cipher.decrypt(wrapped, context);
  }

  private static LedgerException unusable(
      Path configuration, @Nullable String why, @Nullable Exception cause) {
    return new LedgerException(
        LedgerException.Reason.UNAVAILABLE,
        "the token of %s holds no usable master key: %s".formatted(configuration, why),
        cause);
  }
}
