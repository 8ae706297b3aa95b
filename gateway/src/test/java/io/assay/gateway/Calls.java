package io.assay.gateway;

import io.assay.gateway.access.ApiKey;
import io.assay.gateway.access.Reminding;
import io.assay.gateway.access.Snapshot;
import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Standing;
import io.assay.gateway.http.Inbound;
import io.assay.gateway.http.Json;
import io.assay.gateway.journal.Journal;
import io.assay.gateway.journal.KeptOutputs;
import io.assay.review.Pool;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a test needs to walk an exchange in memory: a call, registers, a journal. */
public final class Calls {
  public static final String KEY = "good";
  private static final String KEY_SHA256 =
      "770e607624d689265ca6c44884d0807d9b054d23c473c106c72be9de08b7376c";

  private Calls() {}

  /** A call kept in memory, with the reply that it got. */
  public static final class Call implements Inbound {
    private final String path;
    private final Map<String, String> headers = new HashMap<>();
    private final byte[] body;
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream();
    private int status;
    private Map<String, String> replyHeaders = Map.of();

    public Call(String path, String key, String body) {
      this.path = path;
      this.headers.put("Authorization", "Bearer " + key);
      this.body = body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String id() {
      return "exchange-1";
    }

    @Override
    public String path() {
      return path;
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    @Override
    public byte[] body(long limit) {
      if (body.length > limit) {
        throw new TooLarge(limit);
      }
      return body;
    }

    @Override
    public void send(int code, String contentType, Map<String, String> sent, byte[] bytes) {
      status = code;
      replyHeaders = sent;
      reply.writeBytes(bytes);
    }

    @Override
    public OutputStream stream(String contentType, Map<String, String> sent) {
      status = 200;
      replyHeaders = sent;
      return reply;
    }

    @Override
    public boolean started() {
      return status != 0;
    }

    public int status() {
      return status;
    }

    public Map<String, String> replyHeaders() {
      return replyHeaders;
    }

    public String text() {
      return reply.toString(StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return Json.read(text());
    }

    /** The chunks of a streamed reply. */
    public List<JsonNode> chunks() {
      return text()
          .lines()
          .filter(line -> line.startsWith("data: {"))
          .map(line -> Json.read(line.substring(6)))
          .toList();
    }
  }

  /** Registers that hold one key, whose subject stands as given. */
  public static SnapshotSource registers(Standing standing) {
    var snapshot =
        new Snapshot(
            1,
            Map.of(KEY_SHA256, new ApiKey("key-1", "tenant-1", "subject-1")),
            Map.of("subject-1", standing),
            Pool.empty(),
            Map.of(),
            Reminding.NONE,
            Set.of());
    return holding(snapshot);
  }

  /** Registers that stay as they are. */
  public static SnapshotSource holding(Snapshot snapshot) {
    return new SnapshotSource() {
      @Override
      public long version() {
        return snapshot.version();
      }

      @Override
      public Snapshot read() {
        return snapshot;
      }
    };
  }

  /** A journal and a vault in memory that can be told to refuse. */
  public static final class MemoryJournal implements Journal, KeptOutputs {
    private final Map<String, byte[]> answers = new HashMap<>();
    public final List<JsonNode> entries = new ArrayList<>();
    public boolean refuses;
    public boolean losesPayloads;

    @Override
    public Pending record(String type, Map<String, ?> body) {
      if (refuses) {
        throw new IllegalStateException("the disk is full");
      }
      entries.add(Json.tree(Map.of("type", type, "body", body)));
      long index = entries.size() - 1L;
      return () -> new Position("shard", index);
    }

    @Override
    public Kept keep(String subject, String exchange, String field, byte[] payload) {
      boolean lost = losesPayloads;
      answers.put(field + "commitment of " + payload.length, payload);
      return new Kept() {
        @Override
        public String commitment() {
          return "commitment of " + payload.length;
        }

        @Override
        public void durable() {
          if (lost) {
            throw new IllegalStateException("the disk is broken");
          }
        }
      };
    }

    @Override
    public Optional<byte[]> open(
        String shard, String subject, String exchange, String field, String commitment) {
      return Optional.ofNullable(answers.get(field + commitment));
    }

    public JsonNode closed() {
      return entries.getLast().path("body");
    }
  }
}
