package io.assay.office.publication;

import io.assay.gateway.access.ApiKey;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.publication.Draft;
import io.assay.gateway.publication.Draft.Form;
import io.assay.gateway.publication.Entry;
import io.assay.gateway.publication.LabelledWork;
import io.assay.gateway.publication.NewsSource;
import io.assay.gateway.publication.PublicationDesk;
import io.assay.gateway.publication.Ruling;
import io.assay.office.TestOffice;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import io.assay.office.tenant.Tenant;
import io.assay.office.tenant.TenantService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Drafts as the gateway brings them to the desk, of a verified author. */
public final class Works {
  public static final String STATEMENT = "内容由AI生成";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final TestOffice office;
  private final ApiKey author;

  private Works(TestOffice office, ApiKey author) {
    this.office = office;
    this.author = author;
  }

  /** Works of a new author, who is verified. */
  public static Works in(TestOffice office) {
    int n = COUNT.incrementAndGet();
    Tenant tenant = office.bean(TenantService.class).create("press " + n, "system").orElseThrow();
    SubjectService subjects = office.bean(SubjectService.class);
    Subject subject = subjects.register(tenant.id(), "author-" + n, "system").orElseThrow();
    subjects.move(subject.id(), SubjectState.VERIFIED, "", "system");
    return new Works(office, new ApiKey("key_" + n, tenant.id(), subject.id()));
  }

  public ApiKey author() {
    return author;
  }

  public Draft draft(String title, String text) {
    return draft(title, text, Form.ARTICLE, Optional.empty());
  }

  public Draft draft(String title, String text, Form form, Optional<NewsSource> news) {
    return new Draft(
        "exchange-" + COUNT.incrementAndGet(), author, title, form, text, Optional.empty(), news);
  }

  /** Goes the whole way of the desk; what it refuses throws. */
  public Entry publish(Draft draft) {
    PublicationDesk desk = office.bean(RegisterDesk.class);
    Ruling ruling = desk.examine(draft);
    if (ruling instanceof Ruling.Refuse(var code, var message)) {
      throw new IllegalStateException(code + ": " + message);
    }
    Entry entered = desk.enter(labelled(draft), ruling);
    return ruling instanceof Ruling.Go ? desk.open(draft.exchange()) : entered;
  }

  public Entry publish(String title, String text) {
    return publish(draft(title, text));
  }

  public static LabelledWork labelled(Draft draft) {
    String text = STATEMENT + "\n\n" + draft.text();
    return new LabelledWork(
        draft,
        text,
        ("<p>" + text + "</p>").getBytes(StandardCharsets.UTF_8),
        "text/html",
        draft.exchange(),
        "{\"Label\":\"1\"}",
        STATEMENT,
        List.of(
            new LabelRecord("EXPLICIT", "text-statement", "page", "found"),
            new LabelRecord("IMPLICIT", "aigc", "HTML", "found")));
  }
}
