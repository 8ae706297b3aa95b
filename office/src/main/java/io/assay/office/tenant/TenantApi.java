package io.assay.office.tenant;

import io.assay.office.Slice;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/v1/tenants")
@Allowed(Right.ACCESS_READ)
class TenantApi {
  private static final int MOST = 200;

  private final TenantService tenants;

  TenantApi(TenantService tenants) {
    this.tenants = tenants;
  }

  record Wanted(String name) {}

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<Tenant> tenants, String next) {}

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit) {
    Slice<Tenant> slice = tenants.list(after, Math.clamp(limit, 1, MOST));
    return new Page(slice.rows(), slice.next());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.ACCESS_WRITE)
  Tenant create(@AuthenticationPrincipal SignedIn member, @RequestBody Wanted wanted) {
    return tenants
        .create(wanted.name(), member.actor())
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.CONFLICT, "the name is empty, too long or taken"));
  }
}
