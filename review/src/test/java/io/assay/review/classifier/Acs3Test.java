package io.assay.review.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.classifier.JsonService.Signing;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Acs3Test {

  /** The example of Alibaba Cloud's page on signature method V3. */
  @Test
  void signsThePublishedExampleAsPublished() {
    Map<String, String> headers =
        Acs3.headers(
            new Signing.Acs3(
                "YourAccessKeyId", "YourAccessKeySecret", "RunInstances", "2014-05-26"),
            URI.create(
                "https://ecs.cn-shanghai.aliyuncs.com/"
                    + "?ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"
                    + "&RegionId=cn-shanghai"),
            Map.of(),
            new byte[0],
            Instant.parse("2023-10-26T10:22:32Z"),
            "3156853299f313e23d1673dc12e1703d");

    assertThat(headers)
        .containsEntry(
            "authorization",
            "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
  }

  @Test
  void doesNotPrintTheSecret() {
    assertThat(new Signing.Acs3("id", "hidden", "a", "v").toString()).doesNotContain("hidden");
  }
}
