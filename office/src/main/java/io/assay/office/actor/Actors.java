package io.assay.office.actor;

import io.assay.office.staff.Right;
import io.assay.office.staff.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says who acted: members of staff and tenants by name, subjects by what their tenant calls them
 * where the reader may look subjects up, and the system as such. Thread-safe.
 */
@Component
public class Actors {
  private static final String STAFF = "staff:";
  private static final String SUBJECT = "subject:";
  private static final String SUBJECT_ID = "sub_";
  private static final String TENANT_ID = "tnt_";

  private final ActorStore store;
  private final MessageSource messages;

  /** Names of members, which never change. */
  private final Map<String, String> members = new ConcurrentHashMap<>();

  Actors(ActorStore store, MessageSource messages) {
    this.store = store;
    this.messages = messages;
  }

  /** The actor as somebody with these roles sees it; whoever is not known is called as recorded. */
  public Actor of(String id, Locale language, Set<Role> reader) {
    if (id.startsWith(STAFF)) {
      String member = id.substring(STAFF.length());
      return new Actor(id, member(member), path("/staff/" + member, Right.STAFF_READ, reader));
    }
    if (id.startsWith(SUBJECT) || id.startsWith(SUBJECT_ID)) {
      return subject(id, reader);
    }
    if (id.startsWith(TENANT_ID)) {
      String path = path("/tenants/" + id + "/subjects", Right.ACCESS_READ, reader);
      return new Actor(id, store.tenant(id).orElse(id), path);
    }
    String name = String.valueOf(messages.getMessage("actor." + id, null, id, language));
    return new Actor(id, name, "");
  }

  /** The name alone. */
  public String name(String id, Locale language, Set<Role> reader) {
    return of(id, language, reader).name();
  }

  private Actor subject(String id, Set<Role> reader) {
    String subject = id.startsWith(SUBJECT) ? id.substring(SUBJECT.length()) : id;
    String path = path("/subjects/" + subject, Right.ACCESS_READ, reader);
    String name = path.isEmpty() ? subject : store.reference(subject).orElse(subject);
    return new Actor(subject, name, path);
  }

  private String member(String id) {
    String known = members.get(id);
    if (known != null) {
      return known;
    }
    return store
        .member(id)
        .map(
            name -> {
              members.put(id, name);
              return name;
            })
        .orElse(STAFF + id);
  }

  private static String path(String path, Right needed, Set<Role> reader) {
    return reader.stream().anyMatch(needed::heldBy) ? path : "";
  }
}
