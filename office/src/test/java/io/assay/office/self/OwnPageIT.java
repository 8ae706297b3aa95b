package io.assay.office.self;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.key.IssuedKey;
import io.assay.office.key.KeyService;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.tenant.TenantService;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnPageIT {
  private static TestOffice office;
  private static Subject one;
  private static Subject other;
  private static IssuedKey key;
  private Browser browser;

  @BeforeAll
  static void start() {
    office = TestOffice.start();
    String tenant = office.bean(TenantService.class).create("t", "system").orElseThrow().id();
    SubjectService subjects = office.bean(SubjectService.class);
    one = subjects.register(tenant, "one", "system").orElseThrow();
    other = subjects.register(tenant, "other", "system").orElseThrow();
    key = office.bean(KeyService.class).issue(one.id(), "my phone", "system").orElseThrow();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @BeforeEach
  void open() {
    browser = office.browser();
  }

  @Test
  void showsWhatConcernsTheSubject_inBothLanguages() {
    assertThat(browser.get(one.ownPath(), "Accept-Language", "en").body())
        .contains("My account", "my phone", one.verificationPath())
        .doesNotContain("??", key.secret().text());
    assertThat(browser.get(one.ownPath(), "Accept-Language", "zh-CN").body())
        .contains("\u6211\u7684\u8d26\u6237")
        .doesNotContain("??");
  }

  @Test
  void revokesOwnKeys_andNobodyElses() {
    String path = "/keys/" + key.key().id() + "/revoke";
    assertThat(browser.post(other.ownPath() + path, Map.of()).statusCode()).isEqualTo(404);
    assertThat(office.bean(KeyService.class).find(key.key().id()).orElseThrow().inForce()).isTrue();
    browser.post(one.ownPath() + path, Map.of());
    assertThat(office.bean(KeyService.class).find(key.key().id()).orElseThrow().inForce())
        .isFalse();
  }

  @Test
  void showsNothing_underAnUnknownAddress() {
    assertThat(browser.get("/my/" + "A".repeat(32)).statusCode()).isEqualTo(404);
    assertThat(browser.post("/my/x/leave", Map.of("sure", "true")).statusCode()).isEqualTo(404);
  }
}
