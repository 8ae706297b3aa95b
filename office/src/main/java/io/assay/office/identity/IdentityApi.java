package io.assay.office.identity;

import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.subject.SubjectService;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@Allowed(Right.IDENTITY_READ)
class IdentityApi {
  private final IdentityService identities;
  private final SubjectService subjects;

  IdentityApi(IdentityService identities, SubjectService subjects) {
    this.identities = identities;
    this.subjects = subjects;
  }

  @GetMapping("/api/v1/subjects/{id}/verifications")
  List<IdentityVerification> list(@PathVariable String id) {
    if (subjects.find(id).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return identities.of(id);
  }
}
