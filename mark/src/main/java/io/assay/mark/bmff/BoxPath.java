package io.assay.mark.bmff;

import io.assay.mark.MarkException;
import io.assay.mark.container.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds boxes by path, for example {@code /moov/trak[2]/mdia}. */
public final class BoxPath {
  private static final Pattern NODE = Pattern.compile("(.{4})(?:\\[([1-9]\\d{0,8})])?");
  private static final Set<String> CONTAINERS =
      Set.of(
          "moov", "trak", "mdia", "minf", "stbl", "moof", "traf", "edts", "udta", "dinf", "tref",
          "treg", "mvex", "mfra", "meta", "schi");
  private static final int MAX_DEPTH = 16;

  private BoxPath() {}

  /** The boxes at a path; none where nothing is there. */
  public static List<Box> find(Source file, String path) {
    String[] nodes = path.substring(path.startsWith("/") ? 1 : 0).split("/", -1);
    if (!path.startsWith("/") || nodes.length > MAX_DEPTH) {
      throw new MarkException(MarkException.Reason.MALFORMED, "box path '" + path + "' is none");
    }
    List<Box> found = List.of();
    for (int depth = 0; depth < nodes.length; depth++) {
      Matcher node = NODE.matcher(nodes[depth]);
      if (!node.matches()) {
        throw new MarkException(
            MarkException.Reason.MALFORMED,
            "box path '" + path + "' has no box '" + nodes[depth] + "'");
      }
      int wanted = node.group(2) == null ? 0 : Integer.parseInt(node.group(2));
      List<Box> next = new ArrayList<>();
      if (depth == 0) {
        next.addAll(pick(Box.top(file), node.group(1), wanted));
      }
      for (Box parent : found) {
        if (CONTAINERS.contains(parent.type())) {
          next.addAll(pick(parent.children(file), node.group(1), wanted));
        }
      }
      found = next;
    }
    return found;
  }

  /** Boxes of a type below a chain of types, every branch followed. */
  static List<Box> all(Source file, Box root, String... types) {
    List<Box> found = List.of(root);
    for (String type : types) {
      found = found.stream().flatMap(b -> pick(b.children(file), type, 0).stream()).toList();
    }
    return found;
  }

  private static List<Box> pick(List<Box> boxes, String type, int wanted) {
    List<Box> same = boxes.stream().filter(b -> b.type().equals(type)).toList();
    if (wanted == 0) {
      return same;
    }
    return wanted <= same.size() ? List.of(same.get(wanted - 1)) : List.of();
  }
}
