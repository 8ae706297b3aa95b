package io.assay.mark.c2pa.slot;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.StorePlan;
import io.assay.mark.container.StoreSlot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * An associated file of the document, added by an incremental update, so that the original bytes
 * stay in front (appendix A.4). The file is held in memory.
 */
final class PdfSlot implements StoreSlot {
  private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
  private static final COSName ASSOCIATED = COSName.getPDFName("AF");
  private static final COSName MANIFEST = COSName.getPDFName("C2PA_Manifest");
  private static final COSName MEDIA_TYPE = COSName.getPDFName("application/c2pa");
  private static final COSName EMBEDDED_FILES = COSName.getPDFName("EmbeddedFiles");
  private static final String FILE_NAME = "content_credential.c2pa";
  private static final long SAME_ID_EACH_TIME = 1;

  @Override
  public Optional<byte[]> read(Source file) {
    try (PDDocument document = open(file)) {
      Optional<COSStream> stream = stream(document);
      if (stream.isEmpty()) {
        return Optional.empty();
      }
      try (var in = stream.get().createInputStream()) {
        return Optional.of(in.readAllBytes());
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public List<Range> location(Source file) {
    Optional<byte[]> store = read(file);
    if (store.isEmpty() || store.get().length == 0) {
      return List.of();
    }
    long at = lastIndexOf(file.bytes(), store.get());
    return at < 0 ? List.of() : List.of(new Range(at, store.get().length));
  }

  @Override
  public StorePlan plan(Source file, byte[] store) {
    byte[] marker = marker(store.length);
    byte[] update = update(file, marker);
    int at = lastIndexOf(update, marker);
    System.arraycopy(store, 0, update, at, store.length);
    return new StorePlan(
        List.of(Splice.insert(file.length(), update)),
        List.of(new Range(file.length() + at, store.length)));
  }

  private static PDDocument open(Source file) {
    try {
      PDDocument document = Loader.loadPDF(new RandomAccessReadBuffer(file.bytes()));
      if (document.isEncrypted()) {
        document.close();
        throw MarkException.unsupported("the PDF is encrypted; decrypt it first");
      }
      return document;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static MarkException unreadable(Exception cause) {
    return new MarkException(MarkException.Reason.MALFORMED, "the PDF cannot be read", cause);
  }

  private static Optional<COSStream> stream(PDDocument document) {
    COSArray files = document.getDocumentCatalog().getCOSObject().getCOSArray(ASSOCIATED);
    if (files != null) {
      for (int i = files.size() - 1; i >= 0; i--) {
        if (files.getObject(i) instanceof COSDictionary specification
            && MANIFEST.equals(specification.getCOSName(RELATIONSHIP))
            && specification.getDictionaryObject(COSName.EF) instanceof COSDictionary embedded
            && embedded.getDictionaryObject(COSName.F) instanceof COSStream stream) {
          return Optional.of(stream);
        }
      }
    }
    return Optional.empty();
  }

  /** The bytes that go behind the file. */
  private static byte[] update(Source file, byte[] content) {
    try (PDDocument document = open(file)) {
      COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
      COSDictionary specification = specification(document, content);
      associate(catalog, specification);
      name(catalog, specification);
      catalog.setNeedToBeUpdated(true);
      document.setDocumentId(SAME_ID_EACH_TIME);
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      document.saveIncremental(whole);
      byte[] bytes = whole.toByteArray();
      return Arrays.copyOfRange(bytes, (int) file.length(), bytes.length);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static COSDictionary specification(PDDocument document, byte[] content)
      throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    stream.setItem(COSName.TYPE, COSName.EMBEDDED_FILE);
    stream.setItem(COSName.SUBTYPE, MEDIA_TYPE);
    try (OutputStream out = stream.createOutputStream()) {
      out.write(content);
    }
    COSDictionary embedded = new COSDictionary();
    embedded.setDirect(true);
    embedded.setItem(COSName.F, stream);
    COSDictionary specification = new COSDictionary();
    specification.setItem(COSName.TYPE, COSName.FILESPEC);
    specification.setString(COSName.F, FILE_NAME);
    specification.setString(COSName.UF, FILE_NAME);
    specification.setItem(RELATIONSHIP, MANIFEST);
    specification.setItem(COSName.SUBTYPE, MEDIA_TYPE);
    specification.setItem(COSName.EF, embedded);
    for (COSDictionary fresh : List.of(stream, specification)) {
      fresh.setNeedToBeUpdated(true);
    }
    return specification;
  }

  /** Names the new manifest among the associated files and forgets earlier ones. */
  private static void associate(COSDictionary catalog, COSDictionary specification) {
    COSArray files = new COSArray();
    COSArray earlier = catalog.getCOSArray(ASSOCIATED);
    for (int i = 0; earlier != null && i < earlier.size(); i++) {
      if (!isManifest(earlier.getObject(i))) {
        files.add(earlier.get(i));
      }
    }
    files.add(specification);
    files.setNeedToBeUpdated(true);
    catalog.setItem(ASSOCIATED, files);
  }

  private static boolean isManifest(COSBase object) {
    return object instanceof COSDictionary dictionary
        && MANIFEST.equals(dictionary.getCOSName(RELATIONSHIP));
  }

  /**
   * Puts the manifest into the tree of embedded files, in a leaf of its own where it has leaves.
   */
  private static void name(COSDictionary catalog, COSDictionary specification) {
    COSDictionary names = child(catalog, COSName.NAMES);
    COSDictionary tree = child(names, EMBEDDED_FILES);
    COSArray kids = tree.getCOSArray(COSName.KIDS);
    if (kids == null) {
      COSArray entries = new COSArray();
      COSArray earlier = tree.getCOSArray(COSName.NAMES);
      for (int i = 0; earlier != null && i + 1 < earlier.size(); i += 2) {
        if (!isManifest(earlier.getObject(i + 1))) {
          entries.add(earlier.get(i));
          entries.add(earlier.get(i + 1));
        }
      }
      insert(entries, specification);
      entries.setNeedToBeUpdated(true);
      tree.setItem(COSName.NAMES, entries);
    } else {
      COSDictionary leaf = new COSDictionary();
      COSArray entries = new COSArray();
      insert(entries, specification);
      COSArray limits = new COSArray();
      limits.add(new COSString(FILE_NAME));
      limits.add(new COSString(FILE_NAME));
      leaf.setItem(COSName.NAMES, entries);
      leaf.setItem(COSName.LIMITS, limits);
      leaf.setNeedToBeUpdated(true);
      kids.add(leaf);
      kids.setNeedToBeUpdated(true);
    }
  }

  /** Keeps the names sorted, as a tree must have them. */
  private static void insert(COSArray entries, COSDictionary specification) {
    int at = 0;
    while (at + 1 < entries.size()
        && entries.getObject(at) instanceof COSString name
        && name.getString().compareTo(FILE_NAME) <= 0) {
      at += 2;
    }
    entries.add(at, specification);
    entries.add(at, new COSString(FILE_NAME));
  }

  private static COSDictionary child(COSDictionary parent, COSName key) {
    COSDictionary child = parent.getCOSDictionary(key);
    if (child == null) {
      child = new COSDictionary();
      parent.setItem(key, child);
    }
    child.setNeedToBeUpdated(true);
    return child;
  }

  /** Bytes that stand nowhere else in an update. */
  private static byte[] marker(int length) {
    byte[] marker = new byte[length];
    for (int i = 0; i < length; i++) {
      marker[i] = (byte) (0x80 | (i * 7 & 0x7f));
    }
    return marker;
  }

  private static int lastIndexOf(byte[] bytes, byte[] wanted) {
    for (int at = bytes.length - wanted.length; at >= 0; at--) {
      if (bytes[at] == wanted[0]
          && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }
}
