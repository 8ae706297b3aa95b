package io.assay.office.authority;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.notice.Mailer;
import io.assay.office.notice.Mailer.Attachment;
import io.assay.office.notice.Posted;
import java.util.List;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Takes a report to an authority by its channel. */
@Component
class Dispatch {
  private final Mailer mailer;
  private final SftpDrop sftp;

  Dispatch(Mailer mailer, SftpDrop sftp) {
    this.mailer = mailer;
    this.sftp = sftp;
  }

  /**
   * Hands the files over, and says how the channel names that: a message identifier, the folder
   * with the names; empty when somebody does it by hand.
   *
   * @throws ActionRefusedException naming what went wrong
   */
  String send(Authority to, Report it, List<Paper> papers) {
    List<Attachment> files = papers.stream().map(paper -> attached(it, paper)).toList();
    return switch (to.channel()) {
      case MAIL -> mail(to, it, files);
      case SFTP -> sftp.put(to, files);
      case MANUAL -> "";
    };
  }

  private static Attachment attached(Report it, Paper paper) {
    return new Attachment(it.id() + "." + paper.form(), new ByteArrayResource(paper.bytes()));
  }

  private String mail(Authority to, Report it, List<Attachment> files) {
    if (!mailer.offered()) {
      throw new ActionRefusedException("authority.no-mail");
    }
    return switch (mailer.send(to.address(), it.title(), it.body(), files)) {
      case Posted.Taken(String messageId) -> messageId;
      case Posted.Failed failed -> throw new ActionRefusedException("authority.not-sent");
    };
  }
}
