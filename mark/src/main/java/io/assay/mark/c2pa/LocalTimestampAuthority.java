package io.assay.mark.c2pa;

import io.assay.mark.MarkException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * A time-stamping authority in this process, for development and for sites without network. It
 * proves a time only to those who trust the operator's own clock. Safe for use by several threads.
 */
public final class LocalTimestampAuthority implements TimestampAuthority {
  private static final ASN1ObjectIdentifier POLICY =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.62558.9");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PrivateKey key;
  private final List<X509Certificate> chain;
  private final InstantSource clock;

  /** Stamps with a key whose chain (leaf first) allows time-stamping, at the clock's time. */
  public LocalTimestampAuthority(PrivateKey key, List<X509Certificate> chain, InstantSource clock) {
    this.key = key;
    this.chain = List.copyOf(chain);
    this.clock = clock;
  }

  @Override
  public byte[] stamp(byte[] data) {
    Date now = Date.from(clock.instant());
    try {
      DigestCalculator digest =
          new JcaDigestCalculatorProviderBuilder()
              .build()
              .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
      TimeStampTokenGenerator generator =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .setSignedAttributeGenerator(
                      new DefaultSignedAttributeTableGenerator(signedAt(now)))
                  .build("SHA256withECDSA", key, chain.getFirst()),
              digest,
              POLICY);
      generator.addCertificates(new JcaCertStore(chain));
      digest.getOutputStream().write(data);
      TimeStampRequestGenerator query = new TimeStampRequestGenerator();
      query.setCertReq(true);
      return generator
          .generate(
              query.generate(NISTObjectIdentifiers.id_sha256, digest.getDigest()),
              new BigInteger(63, RANDOM),
              now)
          .getEncoded("DER");
    } catch (OperatorCreationException | GeneralSecurityException | TSPException | IOException e) {
      throw new MarkException(MarkException.Reason.IO, "the local authority cannot stamp", e);
    }
  }

  /** The time of the signature over the token, which is the token's own. */
  private static AttributeTable signedAt(Date now) {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(now))));
    return new AttributeTable(attributes);
  }
}
