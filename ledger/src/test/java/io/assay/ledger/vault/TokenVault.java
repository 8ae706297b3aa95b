package io.assay.ledger.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import javax.crypto.KeyGenerator;

/** Makes a key in a token, and keeps and opens a payload of a vault whose master key it is. */
final class TokenVault {
  private static final char[] PIN = "1234".toCharArray();

  private TokenVault() {}

  public static void main(String[] arguments) throws Exception {
    Path configuration = Path.of(arguments[0]);
    Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
    KeyStore token = KeyStore.getInstance("PKCS11", provider);
    token.load(null, PIN);
    KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
    generator.init(256);
    token.setKeyEntry("vault", generator.generateKey(), null, null);

    MasterKey master = MasterKey.inToken(configuration, "vault", PIN);
    Retention retention = new Retention(ZoneOffset.UTC, Map.of("content", 6));
    VaultConfig config =
        VaultConfig.at(
            Disk.real(), Path.of(arguments[1]), master, retention, InstantSource.system());
    Address address = new Address("shard", "ann", "1", "input", "content");
    Commitment commitment;
    try (Vault vault = new Vault(config)) {
      Sealed sealed = vault.seal(address, "what was said".getBytes(UTF_8));
      sealed.await();
      commitment = sealed.commitment();
    }
    try (Vault vault = new Vault(config)) {
      Opened opened = vault.open(address, commitment, Purpose.SERVICE).orElseThrow();
      System.out.println("opened: " + new String(opened.payload(), UTF_8));
    }
    byte[] wrapped = master.wrap(new byte[32], new byte[] {1});
    try {
      master.unwrap(wrapped, new byte[] {2});
    } catch (IllegalArgumentException foreign) {
      System.out.println("foreign: " + foreign.getMessage());
    }
    try {
      MasterKey.inToken(configuration, "other", PIN);
    } catch (LedgerException refused) {
      System.out.println("unlabelled: " + refused.getMessage());
    }
  }
}
