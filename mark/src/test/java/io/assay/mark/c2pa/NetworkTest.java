package io.assay.mark.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.assay.mark.MarkException;
import io.assay.mark.c2pa.cose.CertificateProfile;
import io.assay.mark.c2pa.cose.DevelopmentAuthority;
import io.assay.mark.c2pa.validation.TrustAnchors;
import io.assay.mark.c2pa.validation.ValidationReport;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing and time-stamping services behind HTTP. */
class NetworkTest {
  private final DevelopmentAuthority root = DevelopmentAuthority.root(TestAuthority.NOW);
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private URI serve(UnaryOperator<byte[]> answer) {
    server.createContext("/", exchange -> respond(exchange, answer));
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  private static void respond(HttpExchange exchange, UnaryOperator<byte[]> answer)
      throws IOException {
    byte[] body = answer.apply(exchange.getRequestBody().readAllBytes());
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private ValidationReport signAndValidate(C2paSigner signer, ManifestRequest request) {
    Source signed =
        Source.of(C2pa.embed(Samples.read("sample.png"), Format.PNG, request, signer).bytes());
    return C2pa.validate(signed, TrustAnchors.of(List.of(root.certificate())), TestAuthority.CLOCK)
        .orElseThrow();
  }

  @Test
  void signsAtAService() {
    DevelopmentAuthority.Issued issued = root.issue("Signer", CertificateProfile.CLAIM_SIGNING);
    C2paSigner local = KeySigner.of(issued.key(), issued.chain());
    C2paSigner remote = new RemoteSigner(serve(local::sign), "token", issued.chain());

    ValidationReport report =
        signAndValidate(remote, ManifestRequest.created("A picture", "Assay", "1.0"));

    assertThat(report.state()).isEqualTo(ValidationReport.State.TRUSTED);
  }

  @Test
  void refusesASignatureThatDoesNotVerify() {
    DevelopmentAuthority.Issued issued = root.issue("Signer", CertificateProfile.CLAIM_SIGNING);
    C2paSigner remote = new RemoteSigner(serve(data -> new byte[64]), "token", issued.chain());

    assertThatThrownBy(() -> remote.sign(new byte[] {1}))
        .isInstanceOf(MarkException.class)
        .hasMessageContaining("without a signature that verifies");
  }

  @Test
  void stampsAtAService() {
    DevelopmentAuthority.Issued issued = root.issue("Signer", CertificateProfile.CLAIM_SIGNING);
    DevelopmentAuthority.Issued stamper = root.issue("TSA", CertificateProfile.TIME_STAMPING);
    TimestampAuthority authority =
        new HttpTimestampAuthority(serve(query -> response(query, stamper)));

    ValidationReport report =
        signAndValidate(
            KeySigner.of(issued.key(), issued.chain()),
            ManifestRequest.created("A picture", "Assay", "1.0").stampedBy(authority));

    assertThat(report.stampedAt()).contains(TestAuthority.NOW);
  }

  @Test
  void refusesAnAnswerThatIsNoStamp() {
    TimestampAuthority authority = new HttpTimestampAuthority(serve(query -> new byte[] {1}));

    assertThatThrownBy(() -> authority.stamp(new byte[] {1}))
        .isInstanceOf(MarkException.class)
        .hasMessageContaining("no time-stamp");
  }

  private static byte[] response(byte[] query, DevelopmentAuthority.Issued stamper) {
    try {
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .build("SHA256withECDSA", stamper.key(), stamper.chain().getFirst()),
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
              new ASN1ObjectIdentifier("1.2.3"));
      tokens.addCertificates(new JcaCertStore(stamper.chain()));
      return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
          .generate(new TimeStampRequest(query), BigInteger.ONE, Date.from(TestAuthority.NOW))
          .getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
