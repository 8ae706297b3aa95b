package io.assay.office.authority;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.authority.Authority.Channel;
import io.assay.office.authority.Authority.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** What is kept of an authority, as somebody fills it in. */
record AuthorityEntry(
    String nameZh,
    String nameEn,
    Kind kind,
    String region,
    String types,
    Channel channel,
    String address,
    String hostKey) {
  private static final int LONGEST = 300;

  AuthorityEntry(
      @Nullable String nameZh,
      @Nullable String nameEn,
      Kind kind,
      @Nullable String region,
      @Nullable String types,
      Channel channel,
      @Nullable String address,
      @Nullable String hostKey) {
    this.nameZh = given(nameZh);
    this.nameEn = given(nameEn);
    this.kind = kind;
    this.region = given(region);
    this.types = given(types).replaceAll("[\\s,]+", " ");
    this.channel = channel;
    this.address = given(address);
    this.hostKey = channel == Channel.SFTP ? given(hostKey) : "";
  }

  /**
   * Makes sure that reports can be sent there.
   *
   * @throws ActionRefusedException naming the part that does not do
   */
  void check() {
    refuseUnless(!nameZh.isEmpty() && !nameEn.isEmpty(), "authority.entry.name");
    refuseUnless(region.matches("(\\d{6})?"), "authority.entry.region");
    refuseUnless(types.matches("([A-Za-z0-9.-]+( [A-Za-z0-9.-]+)*)?"), "authority.entry.types");
    switch (channel) {
      case MAIL ->
          refuseUnless(
              address.matches("[^\\s@<>\",;:\\\\]+@[^\\s@<>\",;:\\\\]+\\.[^\\s@.]+"),
              "authority.entry.mail");
      case SFTP -> {
        refuseUnless(sftp(address), "authority.entry.sftp");
        refuseUnless(hostKey.matches("SHA256:[A-Za-z0-9+/]{43}"), "authority.entry.host-key");
      }
      case MANUAL -> {}
    }
    for (String part : new String[] {nameZh, nameEn, types, address}) {
      refuseUnless(part.length() <= LONGEST, "authority.entry.long");
    }
  }

  private static boolean sftp(String address) {
    try {
      URI uri = new URI(address);
      return "sftp".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getUserInfo() != null
          && !uri.getUserInfo().contains(":")
          && uri.getRawQuery() == null;
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
