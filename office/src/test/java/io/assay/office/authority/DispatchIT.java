package io.assay.office.authority;

import static io.assay.office.staff.Role.CASE_HANDLER;
import static io.assay.office.staff.Role.COMPLIANCE_OFFICER;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.office.CasesConfig;
import io.assay.office.CasesConfig.MailConfig;
import io.assay.office.OfficeConfig;
import io.assay.office.ReportingConfig;
import io.assay.office.Sha256;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.notice.Neighbours;
import io.assay.office.sanction.Inputs;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of authorities, and reports that reach real servers of theirs. */
class DispatchIT {
  private static final TestClock CLOCK = new TestClock("2026-11-20T02:00:00Z");
  @TempDir private static Path folder;
  private static Neighbours neighbours;
  private static SftpAuthority server;
  private static TestOffice office;
  private static Browser handler;
  private static Browser officer;
  private static String handlerToken;
  private static String officerToken;

  @BeforeAll
  static void start() throws IOException {
    neighbours = new Neighbours();
    server = new SftpAuthority(Files.createDirectory(folder.resolve("served")));
    MailConfig mail =
        new MailConfig(
            "localhost", neighbours.mailPort(), null, null, false, "o@example.com", "en", null);
    ReportingConfig reporting =
        new ReportingConfig(
            "110105",
            server.keyFile(folder).toString(),
            Map.of("guest@localhost", SftpAuthority.PASSWORD));
    CasesConfig cases = new CasesConfig(null, mail, null, null, null, null, null, null, reporting);
    office =
        TestOffice.start(
            new OfficeConfig(null, null, null, null, null, null, null, null, cases), CLOCK);
    Inputs.put(office, "ex_bad", "sub_1", CLOCK.instant().minusSeconds(60), false);
    handler = office.browserOf("handler", CASE_HANDLER);
    officer = office.browserOf("officer", COMPLIANCE_OFFICER);
    handlerToken = handler.token();
    officerToken = officer.token();
  }

  @AfterAll
  static void stop() {
    office.close();
    server.close();
    neighbours.close();
  }

  @Test
  void aReportReachesTheServer_whole_andSaysWhereItLies() {
    add("SFTP", "sftp-key", server.address("assay", "/in"), server.fingerprint());
    String report = approved("sftp-key");
    HttpResponse<String> sent = send(report);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    assertThat(sent.body())
        .contains("\"state\":\"SENT\"", server.address("assay", "/in/" + report + ".pdf"));
    assertThat(server.received())
        .contains(report + ".docx", report + ".json", report + ".pdf")
        .noneMatch(it -> it.endsWith(".part"));
    assertThat(sent.body()).contains("\"pdf_sha256\":\"" + Sha256.of(server.file(report + ".pdf")));
    assertThat(handler.get("/authority-reports/" + report).body()).contains(".pdf");
    assertThat(
            handler
                .call(
                    "POST",
                    "/api/v1/authority-reports/" + report + "/acknowledge",
                    handlerToken,
                    "{\"receipt\":\"CAC-7\"}")
                .body())
        .contains("\"receipt\":\"CAC-7\"");
  }

  @Test
  void whatWasSent_isKeptAsItWas_whateverItsAuthorityIsCalledLater() {
    String authority = add("MANUAL", "named", "by hand", "");
    String report = approved("named");
    byte[] data = file(report, "json");
    rename(authority, "\u65B0\u540D");
    assertThat(file(report, "json")).isEqualTo(data);
    HttpResponse<String> sent = send(report);
    assertThat(sent.body()).contains("\"recipient\":\"named\"");
    Map<String, byte[]> files = new HashMap<>();
    for (String form : List.of("pdf", "docx", "json")) {
      files.put(form, file(report, form));
      assertThat(handler.get("/authority-reports/" + report).body())
          .contains(Sha256.of(file(report, form)));
    }
    assertThat(sent.body()).contains("\"pdf_sha256\":\"" + Sha256.of(file(report, "pdf")));
    assertThat(files.get("json")).isEqualTo(data);

    CLOCK.advance(Duration.ofDays(3));
    rename(authority, "\u53C8\u6539\u540D");
    files.forEach((form, bytes) -> assertThat(file(report, form)).as(form).isEqualTo(bytes));
    JdbcClient jdbc = office.bean(JdbcClient.class);
    assertThatThrownBy(() -> jdbc.sql("update authority.paper set sha256 = ''").update())
        .hasMessageContaining("never changed");
  }

  @Test
  void anAuthorityThatIsRenamedWhileApprovalWaits_isApprovedAnew() {
    String authority = add("MANUAL", "waiting", "by hand", "");
    String report = drafted("waiting", "Report");
    String proposal = proposed(report);
    rename(authority, "\u53E6\u540D");
    assertThat(approve(proposal).statusCode()).isEqualTo(422);
    handler.submit("/approvals", "/approvals/" + proposal + "/withdraw", Map.of());
    assertThat(approve(proposed(report)).statusCode()).isEqualTo(302);
  }

  @Test
  void aPasswordOpensWhereNoKeyDoes() {
    add("SFTP", "sftp-word", server.address("guest", "/in/"), server.fingerprint());
    String report = approved("sftp-word");
    assertThat(send(report).statusCode()).isEqualTo(200);
    assertThat(server.received()).contains(report + ".pdf");
  }

  @Test
  void aStrangeServerGetsNothing_andEveryFailureSaysWhichItIs() {
    String other = "SHA256:" + "A".repeat(43);
    assertThat(failing("strange", server.address("assay", "/in"), other))
        .contains("authority.sftp.host-key");
    assertThat(failing("locked", server.address("nobody", "/in"), server.fingerprint()))
        .contains("authority.sftp.sign-in");
    assertThat(failing("nowhere", server.address("assay", "/none"), server.fingerprint()))
        .contains("authority.sftp.write");
    assertThat(failing("gone", "sftp://assay@localhost:1/in", server.fingerprint()))
        .contains("authority.sftp.unreachable");
  }

  @Test
  void aReportReachesTheMailServer_withItsFiles() throws MessagingException, IOException {
    add("MAIL", "by-mail", "report@authority.example", "");
    String report = approved("by-mail");
    HttpResponse<String> sent = send(report);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    MimeMessage letter = neighbours.messages().getLast();
    assertThat(letter.getRecipients(RecipientType.TO)[0]).hasToString("report@authority.example");
    assertThat(sent.body()).contains(letter.getMessageID().replace("<", "").replace(">", ""));
    MimeMultipart parts = (MimeMultipart) letter.getContent();
    assertThat(parts.getCount()).isEqualTo(4);
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo(report + ".pdf");
  }

  @Test
  void whatIsWrittenIntoATitle_addsNoHeaderToTheMail() throws MessagingException, IOException {
    add("MAIL", "injected", "victim@authority.example", "");
    String report = approved("injected", "Report\r\nBcc: thief@example.com\r\n\r\nbody");
    assertThat(send(report).statusCode()).isEqualTo(200);
    MimeMessage letter = neighbours.messages().getLast();
    assertThat(letter.getAllRecipients()).hasSize(1);
    assertThat(letter.getHeader("Bcc")).isNull();
    assertThat(letter.getSubject()).contains("Bcc: thief@example.com");
  }

  @Test
  void theRegisterIsKeptByTheOfficer_andRoutesByRegionAndType() {
    String added = add("MANUAL", "beijing", "by hand", "");
    HttpResponse<String> changed =
        officer.submit(
            "/authorities/" + added,
            "/authorities/" + added,
            Map.of(
                "nameZh", "\u5317\u4EAC\u7F51\u4FE1\u529E",
                "nameEn", "Beijing CAC",
                "kind", "CAC",
                "region", "110000",
                "channel", "MANUAL",
                "address", "by hand"));
    assertThat(changed.statusCode()).isEqualTo(302);
    assertThat(recipient("")).contains("Beijing CAC");
    assertThat(recipient("440300")).contains("aut_cac");
    assertThat(officer.get("/authorities?region=110105&type=crime").body()).contains("aut_police");
    assertThat(officer.get("/authorities?region=x").body()).contains("six digits");
    assertThat(handler.submit("/authorities", "/authorities", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(
            officer
                .submit("/authorities/" + added, "/authorities/" + added + "/retire", Map.of())
                .statusCode())
        .isEqualTo(302);
    assertThat(recipient("110105")).contains("aut_cac");
    assertThat(officer.call("DELETE", "/api/v1/authorities/aut_cac", officerToken, "").body())
        .contains("authority.entry.last");
    assertThat(recipient("")).contains("aut_cac");
    assertThat(office.actTypes())
        .contains("authority.added", "authority.changed", "authority.retired");
  }

  @Test
  void programsReadAReportInEveryForm_andAddToIt() {
    String authority = add("MANUAL", "by-program", "at the counter", "");
    String path = "/api/v1/authority-reports/" + approved("by-program", "Lanterns");
    assertThat(handler.call("POST", path + "/send", handlerToken, "{\"receipt\":\"C-1\"}").body())
        .contains("\"state\":\"SENT\"");
    assertThat(handler.call("GET", path, handlerToken, "").body())
        .contains("Lanterns", "\"authority\":\"" + authority + "\"");
    assertThat(handler.call("GET", path + "/json", handlerToken, "").body()).contains("Lanterns");
    assertThat(handler.call("GET", path + "/pdf", handlerToken, "").body()).startsWith("%PDF");
    assertThat(handler.call("POST", path + "/supplement", handlerToken, "").body())
        .contains("\"state\":\"DRAFT\"", path.substring(path.lastIndexOf('/') + 1));
  }

  @Test
  void programsKeepTheRegister() {
    String path = "/api/v1/authorities/" + add("MANUAL", "kept", "by hand", "");
    String changed =
        """
        {"name_zh":"\u5317","name_en":"Police of the north","kind":"OTHER","region":"",
         "types":"kept","channel":"MANUAL","address":"room 7","host_key":""}
        """;
    assertThat(officer.call("PUT", path, officerToken, changed).body())
        .contains("Police of the north", "room 7");
    assertThat(handler.call("GET", path, handlerToken, "").body()).contains("room 7");
    assertThat(officer.call("DELETE", path, officerToken, "").body()).contains("\"retired_at\":\"");
  }

  @Test
  void theRegisterIsReadPageByPage_andRefusesWhatIsIncomplete() {
    String first = handler.call("GET", "/api/v1/authorities?limit=2", handlerToken, "").body();
    String next = first.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");
    assertThat(
            handler
                .call("GET", "/api/v1/authorities?limit=2&after=" + next, handlerToken, "")
                .body())
        .contains("\"authorities\":[{");
    HttpResponse<String> bare =
        officer.submit("/authorities", "/authorities", Map.of("nameEn", "Half an authority"));
    assertThat(bare.statusCode()).isEqualTo(422);
    assertThat(bare.body()).contains("Give the name in Chinese", "Half an authority");
    for (String[] wrong :
        new String[][] {
          {"MAIL", "no address", "", "authority.entry.mail"},
          {"SFTP", "sftp://u:secret@host/in", "SHA256:" + "A".repeat(43), "authority.entry.sftp"},
          {"SFTP", "sftp://u@host/in", "", "authority.entry.host-key"},
        }) {
      assertThat(entered(wrong[0], "wrong", "zz", wrong[1], wrong[2]).body()).contains(wrong[3]);
    }
  }

  private static String recipient(String region) {
    return handler
        .call("GET", "/api/v1/authorities/recipient?type=A.2&region=" + region, handlerToken, "")
        .body();
  }

  private static String failing(String type, String address, String hostKey) {
    add("SFTP", type, address, hostKey);
    HttpResponse<String> answer = send(approved(type));
    assertThat(answer.statusCode()).isEqualTo(409);
    return answer.body();
  }

  /** Adds an authority for a type of its own. */
  private static String add(String channel, String type, String address, String hostKey) {
    HttpResponse<String> added = entered(channel, type, type, address, hostKey);
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    return added.body().replaceAll(".*\"id\":\"(aut_[^\"]+)\".*", "$1");
  }

  private static HttpResponse<String> entered(
      String channel, String name, String types, String address, String hostKey) {
    String json =
        """
        {"name_zh":"%s","name_en":"%s","kind":"OTHER","region":"","types":"%s","channel":"%s",
         "address":"%s","host_key":"%s"}
        """
            .formatted(name, name, types, channel, address, hostKey);
    return officer.call("POST", "/api/v1/authorities", officerToken, json);
  }

  private static String approved(String type) {
    return approved(type, "Report");
  }

  /** A report about a new case of that type, approved by the officer. */
  private static String approved(String type, String title) {
    String report = drafted(type, title);
    assertThat(approve(proposed(report)).statusCode()).isEqualTo(302);
    return report;
  }

  private static String drafted(String type, String title) {
    String opened =
        handler
            .call(
                "POST",
                "/api/v1/disposals",
                handlerToken,
                "{\"severity\":\"ORDINARY\",\"facts\":\"f\",\"category\":\"%s\",\"exchanges\":[\"ex_bad\"]}"
                    .formatted(type))
            .body();
    String disposal = opened.replaceAll(".*\"id\":\"(dsp_[^\"]+)\".*", "$1");
    String drafted =
        handler
            .call(
                "POST",
                "/api/v1/authority-reports",
                handlerToken,
                "{\"about\":\"" + disposal + "\"}")
            .body();
    String report = drafted.replaceAll(".*\"id\":\"(rpt_[^\"]+)\".*", "$1");
    String to = drafted.replaceAll(".*\"authority\":\"([^\"]+)\".*", "$1");
    String written =
        "{\"authority\":\"%s\",\"title\":\"%s\",\"body\":\"text\"}"
            .formatted(to, title.replace("\r\n", "\\r\\n"));
    String path = "/api/v1/authority-reports/" + report;
    assertThat(handler.call("PUT", path, handlerToken, written).statusCode()).isEqualTo(200);
    return report;
  }

  private static String proposed(String report) {
    HttpResponse<String> asked =
        handler.call(
            "POST",
            "/api/v1/authority-reports/" + report + "/propose",
            handlerToken,
            "{\"reason\":\"ready\"}");
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    return asked.body().replaceAll("(?s).*\"id\":\"(apr_[^\"]+)\".*", "$1");
  }

  private static HttpResponse<String> approve(String proposal) {
    return officer.submit("/approvals", "/approvals/" + proposal + "/approve", Map.of());
  }

  private static void rename(String authority, String name) {
    Map<String, String> entry =
        Map.of(
            "nameZh", name,
            "nameEn", "Renamed",
            "kind", "OTHER",
            "channel", "MANUAL",
            "address", "by hand");
    assertThat(
            officer
                .submit("/authorities/" + authority, "/authorities/" + authority, entry)
                .statusCode())
        .isEqualTo(302);
  }

  /** What anybody who may read it saves. */
  private static byte[] file(String report, String form) {
    Report it = office.bean(Reports.class).find(report).orElseThrow();
    return requireNonNull(office.bean(Papers.class).download(it, form).getBody());
  }

  private static HttpResponse<String> send(String report) {
    return handler.call(
        "POST",
        "/api/v1/authority-reports/" + report + "/send",
        handlerToken,
        "{\"receipt\":\"\"}");
  }
}
