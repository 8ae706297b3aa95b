package io.assay.office.authority;

import io.assay.office.OfficeConfig;
import io.assay.office.ReportingConfig;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.notice.Mailer.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.springframework.stereotype.Component;

/**
 * Puts files into a folder of an SFTP server whose host key is pinned. A file appears under its
 * name only when it is whole. Knows no key, host or setting of the account it runs in.
 */
@Component
class SftpDrop {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int PORT = 22;

  private final ReportingConfig config;

  SftpDrop(OfficeConfig office) {
    this.config = office.cases().reporting();
  }

  /**
   * Puts the files and says where they lie.
   *
   * @throws ActionRefusedException {@code authority.sftp.unreachable}, {@code .host-key}, {@code
   *     .key}, {@code .sign-in} or {@code .write}
   */
  String put(Authority to, List<Attachment> files) {
    URI place = URI.create(to.address());
    AtomicBoolean strange = new AtomicBoolean();
    try (SshClient client = client(to.hostKey(), strange);
        ClientSession session = connect(client, place)) {
      signIn(session, place, strange);
      write(session, place, files);
      return to.address().replaceAll("/$", "") + "/" + files.getFirst().name();
    } catch (IOException e) {
      throw refused("authority.sftp.write", e);
    }
  }

  private static SshClient client(String hostKey, AtomicBoolean strange) {
    SshClient client = SshClient.setUpDefaultClient();
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setServerKeyVerifier(
        (session, address, key) -> {
          boolean known = hostKey.equals(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
          strange.set(!known);
          return known;
        });
    client.start();
    return client;
  }

  private static ClientSession connect(SshClient client, URI place) {
    int port = place.getPort() < 0 ? PORT : place.getPort();
    try {
      return client
          .connect(place.getUserInfo(), place.getHost(), port)
          .verify(PATIENCE)
          .getSession();
    } catch (IOException e) {
      throw refused("authority.sftp.unreachable", e);
    }
  }

  private void signIn(ClientSession session, URI place, AtomicBoolean strange) {
    try {
      for (KeyPair pair : keys()) {
        session.addPublicKeyIdentity(pair);
      }
      String password = config.sftpPasswords().get(place.getUserInfo() + "@" + place.getHost());
      if (password != null) {
        session.addPasswordIdentity(password);
      }
      session.auth().verify(PATIENCE);
    } catch (IOException e) {
      throw refused(strange.get() ? "authority.sftp.host-key" : "authority.sftp.sign-in", e);
    }
  }

  private Iterable<KeyPair> keys() {
    if (config.sftpKey().isEmpty()) {
      return List.of();
    }
    Path file = Path.of(config.sftpKey());
    try (InputStream key = Files.newInputStream(file)) {
      return SecurityUtils.loadKeyPairIdentities(
          null, NamedResource.ofName(file.toString()), key, FilePasswordProvider.EMPTY);
    } catch (IOException | GeneralSecurityException e) {
      throw refused("authority.sftp.key", e);
    }
  }

  private static void write(ClientSession session, URI place, List<Attachment> files)
      throws IOException {
    String folder = place.getPath().replaceAll("/$", "");
    try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
      for (Attachment file : files) {
        String name = folder + "/" + file.name();
        String part = name + ".part";
        byte[] bytes = file.bytes().getByteArray();
        try (var out = sftp.write(part, OpenMode.Create, OpenMode.Write, OpenMode.Truncate)) {
          out.write(bytes);
        }
        if (sftp.stat(part).getSize() != bytes.length) {
          throw new IOException(part + " is not whole");
        }
        removeIfThere(sftp, name);
        sftp.rename(part, name);
      }
    }
  }

  private static void removeIfThere(SftpClient sftp, String name) throws IOException {
    try {
      sftp.remove(name);
    } catch (SftpException absent) {
      if (absent.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
        throw absent;
      }
    }
  }

  private static ActionRefusedException refused(String code, Exception cause) {
    ActionRefusedException refused = new ActionRefusedException(code);
    refused.initCause(cause);
    return refused;
  }
}
