package io.assay.office.sanction;

import io.assay.office.approval.Proposal;
import io.assay.office.approval.TwoPersonAction;
import io.assay.office.sanction.Statement.Ground;
import io.assay.office.staff.Right;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A suspension or a closure: a reviewer proposes, and somebody above approves. */
record Stopping(String kind, Right approves, Sanctions sanctions, Clock clock)
    implements TwoPersonAction {

  @Configuration(proxyBeanMethods = false)
  static class Both {
    @Bean
    Stopping suspending(Sanctions sanctions, Clock clock) {
      return new Stopping(kind(Level.SUSPEND), Right.SUSPENSION_APPROVE, sanctions, clock);
    }

    @Bean
    Stopping closing(Sanctions sanctions, Clock clock) {
      return new Stopping(kind(Level.CLOSE), Right.CLOSURE_APPROVE, sanctions, clock);
    }
  }

  static String kind(Level level) {
    return level == Level.CLOSE ? "sanction.close" : "sanction.suspend";
  }

  @Override
  public Right proposes() {
    return Right.SANCTION_WRITE;
  }

  @Override
  public void carryOut(Proposal proposal, String approver) {
    Wish wish =
        new Wish(
            Level.valueOf(proposal.fact("level")),
            proposal.fact("facts"),
            Ground.valueOf(proposal.fact("ground")),
            proposal.fact("clause"),
            Integer.parseInt(proposal.fact("days")),
            "",
            proposal.fact("exchanges"));
    sanctions.impose(
        proposal.about(),
        wish.statement(clock.instant().truncatedTo(ChronoUnit.MICROS)),
        wish.rests(),
        proposal.proposedBy(),
        approver);
  }
}
