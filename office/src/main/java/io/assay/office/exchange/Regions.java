package io.assay.office.exchange;

import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.RegionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The places that findings name in one picture; the same place has one number. */
public record Regions(List<Numbered> all) {
  public Regions {
    all = List.copyOf(all);
  }

  public static Regions of(List<FindingRecord> findings) {
    List<RegionRecord> named =
        findings.stream()
            .map(FindingRecord::region)
            .filter(RegionRecord::named)
            .distinct()
            .toList();
    List<Numbered> all = new ArrayList<>();
    for (RegionRecord region : named) {
      all.add(new Numbered(all.size() + 1, region));
    }
    return new Regions(all);
  }

  /** Those that some of the findings name. */
  public List<Numbered> named(List<FindingRecord> findings) {
    List<RegionRecord> wanted = findings.stream().map(FindingRecord::region).toList();
    return all.stream().filter(it -> wanted.contains(it.region())).toList();
  }

  public boolean none() {
    return all.isEmpty();
  }

  /**
   * A place in a picture, in per cent of its width and height.
   *
   * @param number from 1, in the order of the findings
   */
  public record Numbered(int number, RegionRecord region) {
    private static final int NEAR_EDGE = RegionRecord.WHOLE / 10;

    public String left() {
      return percent(region.left());
    }

    public String top() {
      return percent(region.top());
    }

    public String width() {
      return percent(region.width());
    }

    public String height() {
      return percent(region.height());
    }

    /** Whether there is room above it for its number. */
    public boolean roomAbove() {
      return region.top() > NEAR_EDGE;
    }

    private static String percent(int tenThousandths) {
      return String.format(Locale.ROOT, "%.1f", tenThousandths / 100.0);
    }
  }
}
