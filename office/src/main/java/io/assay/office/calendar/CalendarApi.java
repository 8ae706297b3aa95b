package io.assay.office.calendar;

import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.time.LocalDate;
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
@RequestMapping("/api/v1/calendars")
@Allowed({Right.SYSTEM_WRITE, Right.CASE_READ, Right.CONTROL_READ})
class CalendarApi {
  private final Calendars calendars;

  CalendarApi(Calendars calendars) {
    this.calendars = calendars;
  }

  record Signed(String file, String signature) {}

  @GetMapping
  List<Year> list() {
    return calendars.years();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.SYSTEM_WRITE)
  Year add(@AuthenticationPrincipal SignedIn member, @RequestBody Signed signed) {
    return calendars.add(signed.file(), signed.signature(), member.actor());
  }

  @GetMapping("/due")
  Due due(@RequestParam LocalDate start, @RequestParam int days) {
    try {
      return calendars.current().after(start, days);
    } catch (IllegalArgumentException outOfBounds) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, outOfBounds.getMessage());
    }
  }
}
