package io.assay.office.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An authority that takes files by SFTP: a real server on a free port over a folder of its own. */
final class SftpAuthority implements AutoCloseable {
  static final String PASSWORD = "of the authority";

  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair hostKey = pair();
  private final KeyPair ours = pair();
  private final Path folder;

  SftpAuthority(Path folder) {
    this.folder = folder;
    server.setHost("localhost");
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals("guest") && password.equals(PASSWORD));
    server.setPublickeyAuthenticator(
        (user, key, session) ->
            user.equals("assay") && KeyUtils.compareKeys(key, ours.getPublic()));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
    try {
      Files.createDirectory(folder.resolve("in"));
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address(String user, String path) {
    return "sftp://" + user + "@localhost:" + server.getPort() + path;
  }

  String fingerprint() {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
  }

  /** Writes the private key that the server lets in. */
  Path keyFile(Path in) {
    Path file = in.resolve("sftp.key");
    try (var out = Files.newOutputStream(file)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(ours, "assay", null, out);
      return file;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> received() {
    try (Stream<Path> files = Files.list(folder.resolve("in"))) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] file(String name) {
    try {
      return Files.readAllBytes(folder.resolve("in").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyPair pair() {
    try {
      return KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
