package io.assay.office.notice;

import io.assay.office.CasesConfig.MailConfig;
import io.assay.office.OfficeConfig;
import io.assay.office.Remark;
import io.assay.office.notice.AddressBook.Address;
import io.assay.office.notice.Notice.Fact;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends mail over SMTP, plain text only. Thread-safe. */
@Component
public class Mailer {
  private final MailConfig config;
  private final OfficeConfig office;
  private final MessageSource messages;
  private final Map<String, AddressBook> books;
  private final JavaMailSenderImpl smtp = new JavaMailSenderImpl();

  Mailer(OfficeConfig office, MessageSource messages, List<AddressBook> books) {
    this.config = office.cases().mail();
    this.office = office;
    this.messages = messages;
    this.books = books.stream().collect(Collectors.toMap(AddressBook::name, Function.identity()));
    smtp.setHost(config.host());
    smtp.setPort(config.port());
    if (!config.user().isEmpty()) {
      smtp.setUsername(config.user());
      smtp.setPassword(config.password());
      smtp.getJavaMailProperties().put("mail.smtp.auth", "true");
    }
    smtp.getJavaMailProperties().put("mail.smtp.starttls.required", config.startTls().toString());
    smtp.getJavaMailProperties().put("mail.smtp.starttls.enable", config.startTls().toString());
    for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
      smtp.getJavaMailProperties().put("mail.smtp." + wait, "10000");
    }
  }

  /** A file that goes with a mail. */
  public record Attachment(String name, ByteArrayResource bytes) {}

  public boolean offered() {
    return config.offered();
  }

  /** Sends a letter with attachments. */
  public Posted send(String to, String subject, String text, List<Attachment> attached) {
    try {
      MimeMessage mail = smtp.createMimeMessage();
      MimeMessageHelper helper =
          new MimeMessageHelper(mail, !attached.isEmpty(), StandardCharsets.UTF_8.name());
      helper.setFrom(config.from());
      helper.setTo(to);
      helper.setSubject(oneLine(subject));
      helper.setText(text);
      for (Attachment file : attached) {
        helper.addAttachment(oneLine(file.name()), file.bytes());
      }
      smtp.send(mail);
      return new Posted.Taken(Objects.requireNonNullElse(mail.getMessageID(), ""));
    } catch (MessagingException | MailException e) {
      return new Posted.Failed(Failure.MAIL.remark(e.getClass().getSimpleName()));
    }
  }

  /** Sends the notice; what went wrong, or empty. */
  Optional<Remark> send(Parcel parcel) {
    Optional<Address> to = address(parcel.target());
    if (to.isEmpty()) {
      return Optional.of(Failure.NO_ADDRESS.remark());
    }
    Notice notice = parcel.notice();
    Locale language = to.get().language();
    Object[] words = notice.facts().stream().map(it -> word(notice, it, language)).toArray();
    String subject = messages.getMessage(key(notice, "subject"), words, language);
    String text = messages.getMessage(key(notice, "text"), words, language);
    String link = office.address(notice.path());
    return switch (send(to.get().mail(), subject, text + "\n\n" + link + "\n", List.of())) {
      case Posted.Taken taken -> Optional.empty();
      case Posted.Failed(Remark problem) -> Optional.of(problem);
    };
  }

  /** The fact in the reader's language where the feature has a word for it. */
  private String word(Notice notice, Fact fact, Locale language) {
    String key = notice.kind().feature() + "." + fact.name() + "." + fact.value();
    return Objects.requireNonNull(messages.getMessage(key, null, fact.value(), language));
  }

  private static String key(Notice notice, String part) {
    return "notice." + notice.kind().code() + "." + part;
  }

  private Optional<Address> address(String target) {
    if (target.contains("@")) {
      return Optional.of(new Address(target, Locale.of(config.language())));
    }
    int colon = target.indexOf(':');
    @Nullable AddressBook book = books.get(target.substring(0, colon));
    return book == null ? Optional.empty() : book.find(target.substring(colon + 1));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}]+", " ");
  }
}
