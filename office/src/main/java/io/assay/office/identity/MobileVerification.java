package io.assay.office.identity;

import io.assay.office.identity.Answer.Reason;
import io.assay.office.identity.CodeStore.OneTimeCode;
import io.assay.office.identity.OneTimeCodes.Issue;
import io.assay.office.identity.OneTimeCodes.Match;
import io.assay.office.identity.SmsSender.Delivery;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Verification by a one-time code sent to a mobile number. */
@Component
class MobileVerification {
  private final OneTimeCodes codes;
  private final Proof proof;
  private final SubjectService subjects;
  private final SmsSender sms;
  private final Journal journal;
  private final IdentityNumbers numbers;
  private final Clock clock;
  private final TransactionTemplate transaction;

  MobileVerification(
      OneTimeCodes codes,
      Proof proof,
      SubjectService subjects,
      SmsSender sms,
      Journal journal,
      IdentityNumbers numbers,
      Clock clock,
      TransactionTemplate transaction) {
    this.codes = codes;
    this.proof = proof;
    this.subjects = subjects;
    this.sms = sms;
    this.journal = journal;
    this.numbers = numbers;
    this.clock = clock;
    this.transaction = transaction;
  }

  boolean offered() {
    return sms.offered();
  }

  /** Sends a code. It is counted before the provider is asked, whatever the provider then does. */
  Answer send(Subject subject, MobileNumber number) {
    Issue issue =
        Objects.requireNonNull(transaction.execute(status -> register(subject.id(), number)));
    return switch (issue) {
      case Issue.Denied denied -> Answer.refused(denied.reason());
      case Issue.Issued issued -> deliver(subject, number, issued);
    };
  }

  Answer check(Subject subject, String typed) {
    return Objects.requireNonNull(transaction.execute(status -> settle(subject.id(), typed)));
  }

  private Issue register(String id, MobileNumber number) {
    Subject subject = subjects.lock(id);
    if (!subject.state().awaitsIdentity()) {
      return new Issue.Denied(Reason.NOT_NOW);
    }
    Issue issue = codes.issue(subject, number);
    if (issue instanceof Issue.Issued) {
      subjects.move(id, SubjectState.VERIFYING, "", actor(id));
      journal.write(
          Act.of(
              "subject.code_requested",
              actor(id),
              Map.of("subject", id, "resold", number.resold())));
    }
    return issue;
  }

  private Answer deliver(Subject subject, MobileNumber number, Issue.Issued issued) {
    return switch (sms.send(number, issued.code(), numbers.codeLife())) {
      case Delivery.Accepted accepted ->
          new Answer.CodeSent(number.masked(), clock.instant().plus(numbers.resendAfter()));
      case Delivery.Failed failed -> {
        transaction.executeWithoutResult(status -> withdraw(subject.id(), issued, failed.why()));
        yield Answer.refused(Reason.NOT_SENT);
      }
    };
  }

  private void withdraw(String subject, Issue.Issued issued, String why) {
    codes.withdraw(issued.id());
    journal.write(
        Act.of("subject.code_not_sent", Act.SYSTEM, Map.of("subject", subject, "reason", why)));
  }

  private Answer settle(String id, String typed) {
    Subject subject = subjects.lock(id);
    if (!subject.state().awaitsIdentity()) {
      return Answer.refused(Reason.NOT_NOW);
    }
    return switch (codes.match(subject, typed)) {
      case Match.Right right -> confirm(subject, right.code());
      case Match.Wrong wrong -> {
        journal.write(Act.of("subject.code_wrong", actor(id), Map.of("subject", id)));
        yield Answer.refused(wrong.reason());
      }
    };
  }

  private Answer confirm(Subject subject, OneTimeCode code) {
    return proof.confirm(
        proof.begin(
            subject,
            new Presented(Method.MOBILE_CODE, "sms", "", "", code.masked()),
            code.referenceHmac(),
            code.deploymentHmac()));
  }

  private static String actor(String subject) {
    return "subject:" + subject;
  }
}
