package io.assay.office.approval;

import io.assay.office.staff.Member;
import io.assay.office.staff.StaffService;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Whoever acted, by the name that people know. */
@Component
public class Actors {
  private static final String STAFF = "staff:";

  private final StaffService staff;
  private final MessageSource messages;

  Actors(StaffService staff, MessageSource messages) {
    this.staff = staff;
    this.messages = messages;
  }

  /** The name of an actor; whoever is not known is called as recorded. */
  public String name(String actor, Locale language) {
    return actor.startsWith(STAFF)
        ? staff.find(actor.substring(STAFF.length())).map(Member::name).orElse(actor)
        : String.valueOf(messages.getMessage("approval.actor." + actor, null, actor, language));
  }
}
