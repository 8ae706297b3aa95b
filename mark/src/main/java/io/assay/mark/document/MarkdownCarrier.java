package io.assay.mark.document;

import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.text.Json;
import io.assay.mark.text.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown: the label is the map AIGC of the YAML front matter, its values in single quotation
 * marks. The form with one line of JSON is read too.
 */
public final class MarkdownCarrier implements Carrier {
  private static final Pattern FIELD =
      Pattern.compile("[ \\t]+[\"']?([\\w-]+)[\"']?[ \\t]*:[ \\t]*(.*)");
  private static final int MOST = 1 << 20;

  /** A line of the front matter, with its end mark. */
  private record Line(long at, String text) {
    long end() {
      return at + text.length();
    }
  }

  /** The lines between the fences; empty where there is no front matter. */
  private record FrontMatter(List<Line> lines, long bodyAt) {
    static FrontMatter read(Source file) {
      String head = file.latin1(0, Math.min(MOST, file.length()));
      int from = head.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
      int at = lineEnd(head, from);
      if (!head.substring(from, at).strip().equals("---")) {
        return new FrontMatter(List.of(), from);
      }
      List<Line> lines = new ArrayList<>();
      while (at < head.length()) {
        int end = lineEnd(head, at);
        String line = head.substring(at, end);
        if (line.strip().equals("---") || line.strip().equals("...")) {
          return new FrontMatter(lines, end);
        }
        lines.add(new Line(at, line));
        at = end;
      }
      return new FrontMatter(List.of(), from);
    }

    private static int lineEnd(String text, int from) {
      int newline = text.indexOf('\n', from);
      return newline < 0 ? text.length() : newline + 1;
    }

    boolean isAbsent() {
      return lines.isEmpty();
    }

    /** The runs of lines that hold a label. */
    List<List<Line>> labels() {
      List<List<Line>> labels = new ArrayList<>();
      boolean inside = false;
      for (Line line : lines) {
        boolean nested = line.text().startsWith(" ") || line.text().startsWith("\t");
        if (line.text().startsWith("AIGC:")) {
          labels.add(new ArrayList<>(List.of(line)));
          inside = true;
        } else if (inside && nested) {
          labels.getLast().add(line);
        } else {
          inside = false;
        }
      }
      return labels;
    }
  }

  @Override
  public List<Found> read(Source file) {
    List<Found> found = new ArrayList<>();
    for (List<Line> label : FrontMatter.read(file).labels()) {
      found.add(new Found("front matter AIGC", label.getFirst().at(), value(label)));
    }
    return found;
  }

  private static String value(List<Line> label) {
    String inline = utf8(label.getFirst().text().substring("AIGC:".length()).strip());
    if (!inline.isEmpty()) {
      return unquote(inline);
    }
    StringBuilder json = new StringBuilder("{");
    for (Line line : label.subList(1, label.size())) {
      Matcher field = FIELD.matcher(line.text().stripTrailing());
      if (field.matches()) {
        json.append(json.length() > 1 ? "," : "")
            .append(Json.quote(field.group(1)))
            .append(':')
            .append(Json.quote(unquote(utf8(field.group(2)).strip())));
      }
    }
    return json.append('}').toString();
  }

  private static String unquote(String yaml) {
    if (yaml.length() >= 2 && yaml.startsWith("'") && yaml.endsWith("'")) {
      return yaml.substring(1, yaml.length() - 1).replace("''", "'");
    }
    boolean quoted = yaml.length() >= 2 && yaml.startsWith("\"") && yaml.endsWith("\"");
    return quoted ? JsonReader.read(yaml).scalar().orElse(yaml) : yaml;
  }

  private static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    FrontMatter matter = FrontMatter.read(file);
    String map = yaml(label.json());
    if (matter.isAbsent()) {
      byte[] added = ("---\n" + map + "---\n\n").getBytes(StandardCharsets.US_ASCII);
      return List.of(Splice.insert(matter.bodyAt(), added));
    }
    List<Splice> splices = new ArrayList<>();
    for (List<Line> stale : matter.labels()) {
      long from = stale.getFirst().at();
      splices.add(Splice.remove(from, stale.getLast().end() - from));
    }
    splices.add(
        Splice.insert(matter.lines().getFirst().at(), map.getBytes(StandardCharsets.US_ASCII)));
    return splices;
  }

  private static String yaml(String json) {
    StringBuilder yaml = new StringBuilder("AIGC:\n");
    if (JsonReader.read(json) instanceof Json.Struct object) {
      for (Json.Member member : object.members()) {
        String value = member.value().scalar().orElse("").replace("'", "''");
        yaml.append("  ").append(member.key()).append(": '").append(value).append("'\n");
      }
    }
    return yaml.toString();
  }

  @Override
  public List<Range> payload(Source file) {
    long at = FrontMatter.read(file).bodyAt();
    while (at < file.length() && (file.u8(at) == '\n' || file.u8(at) == '\r')) {
      at++;
    }
    return List.of(new Range(at, file.length() - at));
  }
}
