package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.Media;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.Spliced;
import io.assay.mark.scene.GltfJson;
import io.assay.mark.text.Json;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts a notice board above the content of a glTF scene, so that the starting picture shows it (GB
 * 45438-2025 section 5.5). The board is a node of its own with a self-lit texture.
 */
final class SceneLabeler implements Labeler {
  private static final int TEXTURE_SIDE = 1024;

  /** The box around all positions of the scene, as far as accessors state it. */
  private record Box(double left, double right, double top, double depth) {
    double width() {
      return Math.max(right - left, 1e-3);
    }
  }

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    GltfJson json = GltfJson.read(media.source());
    LabelMask mask = LabelMask.fit(label.texts().sentence(), TEXTURE_SIDE * 4, TEXTURE_SIDE);
    byte[] png = texture(mask);
    double width = box(json.root()).width();
    double height = width * mask.height() / mask.width();
    Source file = media.source();
    List<Splice> edits = new Board(json, png, box(json.root()), width, height, mask.text()).edits();
    AppliedLabel applied =
        new AppliedLabel.Picture(
            mask.text(), 0, 0, mask.width(), mask.height(), mask.inkHeight(), mask.height(), 1);
    return new Labeled(new Media(new Spliced(file, edits), media.format()), List.of(applied));
  }

  private static byte[] texture(LabelMask mask) {
    BufferedImage picture =
        new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_INT_RGB);
    Plate plate = new Plate(false, 1);
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        picture.setRGB(x, y, plate.paint(0xff000000, mask.ink(x, y)));
      }
    }
    return Pixels.encode("png", picture, null);
  }

  private static Box box(Json.Struct root) {
    double[] low = {0, 0, 0};
    double[] high = {1, 1, 0};
    boolean seen = false;
    for (Json.Struct accessor : structs(root, "accessors")) {
      Optional<double[]> min = vector(accessor, "min");
      Optional<double[]> max = vector(accessor, "max");
      if (min.isPresent() && max.isPresent()) {
        for (int i = 0; i < 3; i++) {
          low[i] = seen ? Math.min(low[i], min.get()[i]) : min.get()[i];
          high[i] = seen ? Math.max(high[i], max.get()[i]) : max.get()[i];
        }
        seen = true;
      }
    }
    return new Box(low[0], high[0], high[1], high[2]);
  }

  private static List<Json.Struct> structs(Json.Struct root, String key) {
    List<Json.Struct> structs = new ArrayList<>();
    if (root.get(key).orElse(root) instanceof Json.Array array) {
      for (Json item : array.items()) {
        if (item instanceof Json.Struct struct) {
          structs.add(struct);
        }
      }
    }
    return structs;
  }

  private static Optional<double[]> vector(Json.Struct accessor, String key) {
    if (accessor.get(key).orElse(accessor) instanceof Json.Array array
        && array.items().size() == 3) {
      double[] out = new double[3];
      for (int i = 0; i < 3; i++) {
        if (!(array.items().get(i) instanceof Json.Literal number)
            || !number.value().matches("[-0-9.eE+]+")) {
          return Optional.empty();
        }
        out[i] = Double.parseDouble(number.value());
      }
      return Optional.of(out);
    }
    return Optional.empty();
  }

  /** The objects of the board, appended to the arrays of the scene. */
  private record Board(
      GltfJson json, byte[] png, Box box, double width, double height, String words) {

    List<Splice> edits() {
      Json.Struct root = json.root();
      int buffer = count("buffers");
      int view = count("bufferViews");
      int accessor = count("accessors");
      byte[] data = data();
      int mesh = 16 * 3 + 32;
      SceneEdit edit = new SceneEdit(json);
      edit.append(
          "buffers",
          f(
              "{\"byteLength\":%d,\"uri\":\"data:application/octet-stream;base64,%s\"}",
              data.length, Base64.getEncoder().encodeToString(data)));
      edit.append("bufferViews", f("{\"buffer\":%d,\"byteOffset\":0,\"byteLength\":48}", buffer));
      edit.append("bufferViews", f("{\"buffer\":%d,\"byteOffset\":48,\"byteLength\":32}", buffer));
      edit.append(
          "bufferViews",
          f("{\"buffer\":%d,\"byteOffset\":%d,\"byteLength\":%d}", buffer, mesh, png.length));
      edit.append(
          "accessors",
          f(
              "{\"bufferView\":%d,\"componentType\":5126,\"count\":4,\"type\":\"VEC3\",\"min\":[0,0,0],\"max\":[%s,%s,0]}",
              view, n(width), n(height)));
      edit.append(
          "accessors",
          f("{\"bufferView\":%d,\"componentType\":5126,\"count\":4,\"type\":\"VEC2\"}", view + 1));
      edit.append("images", f("{\"bufferView\":%d,\"mimeType\":\"image/png\"}", view + 2));
      edit.append("textures", f("{\"source\":%d}", count("images")));
      edit.append(
          "materials",
          f(
              "{\"name\":\"AIGC\",\"doubleSided\":true,\"emissiveFactor\":[1,1,1],\"emissiveTexture\":{\"index\":%1$d},\"pbrMetallicRoughness\":{\"baseColorFactor\":[0,0,0,1],\"metallicFactor\":0}}",
              count("textures")));
      edit.append(
          "meshes",
          f(
              "{\"name\":\"AIGC\",\"primitives\":[{\"mode\":5,\"material\":%d,\"attributes\":{\"POSITION\":%d,\"TEXCOORD_0\":%d}}]}",
              count("materials"), accessor, accessor + 1));
      edit.append(
          "nodes",
          f(
              "{\"name\":%s,\"mesh\":%d,\"translation\":[%s,%s,%s]}",
              Json.quote(words),
              count("meshes"),
              n(box.left()),
              n(box.top() + height * 0.2),
              n(box.depth())));
      edit.appendToScene(root, count("nodes"));
      return edit.splices();
    }

    private int count(String key) {
      return json.root().get(key).orElse(json.root()) instanceof Json.Array array
          ? array.items().size()
          : 0;
    }

    private byte[] data() {
      ByteBuffer out = ByteBuffer.allocate(16 * 3 + 32).order(ByteOrder.LITTLE_ENDIAN);
      float[][] corners = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
      for (float[] corner : corners) {
        out.putFloat((float) (corner[0] * width))
            .putFloat((float) (corner[1] * height))
            .putFloat(0);
      }
      for (float[] corner : corners) {
        out.putFloat(corner[0]).putFloat(1 - corner[1]);
      }
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      whole.writeBytes(out.array());
      whole.writeBytes(png);
      return whole.toByteArray();
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String f(String format, Object... arguments) {
      return String.format(Locale.ROOT, format, arguments);
    }

    private static String n(double value) {
      return Float.toString((float) value);
    }
  }
}
