package io.assay.gateway;

import io.assay.gateway.access.Snapshots;
import io.assay.gateway.attachment.Attachments;
import io.assay.gateway.attachment.PictureFetch;
import io.assay.gateway.chat.ChatEndpoint;
import io.assay.gateway.config.GatewayConfig;
import io.assay.gateway.content.ContentStore;
import io.assay.gateway.exchange.Endpoint;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.exchange.ReleasedAnswers;
import io.assay.gateway.exchange.Review;
import io.assay.gateway.exchange.ReviewClassifiers;
import io.assay.gateway.exchange.ReviewOpinions;
import io.assay.gateway.exchange.Way;
import io.assay.gateway.http.ExchangeIds;
import io.assay.gateway.http.GatewayServlet;
import io.assay.gateway.image.ImageEndpoint;
import io.assay.gateway.journal.Journal;
import io.assay.gateway.journal.KeptOutputs;
import io.assay.gateway.label.MediaLabel;
import io.assay.gateway.label.Sealing;
import io.assay.gateway.models.Models;
import io.assay.gateway.publication.PublicationDesk;
import io.assay.gateway.publication.PublicationEndpoint;
import io.assay.gateway.publication.Publications;
import io.assay.gateway.receipt.Receipts;
import io.assay.gateway.sample.SampleUpstream;
import io.assay.gateway.speech.SpeechEndpoint;
import io.assay.gateway.upstream.MediaFetch;
import io.assay.gateway.upstream.Upstreams;
import io.assay.ledger.Ledger;
import io.assay.review.Reviewer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The gateway as a web application. Its context has a parent that brings the configuration, the
 * ledger, the journal, the kept outputs, the reviewer, the sealing, the snapshots, the clock and
 * the data folder.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
public class GatewayApplication {

  /** What Spring Boot has to be told; give it to the builder of the gateway's context. */
  public static Map<String, Object> settings(int port) {
    return Map.of(
        "server.port",
        port,
        "server.tomcat.max-swallow-size",
        "1MB",
        "server.shutdown",
        "graceful",
        "spring.threads.virtual.enabled",
        true,
        "spring.jmx.enabled",
        false);
  }

  @Bean
  CloseableHttpClient upstreamClient(GatewayConfig config) {
    return Upstreams.client(config.limits());
  }

  @Bean
  PictureFetch pictureFetch(GatewayConfig config) {
    return new PictureFetch(config.inputs());
  }

  @Bean
  Upstreams upstreams(GatewayConfig config, CloseableHttpClient client, Clock clock) {
    return Upstreams.of(config, client, () -> new SampleUpstream(clock));
  }

  @Bean
  ServletRegistrationBean<GatewayServlet> gateway(
      GatewayConfig config,
      Upstreams upstreams,
      CloseableHttpClient client,
      PictureFetch pictures,
      Snapshots snapshots,
      Reviewer reviewer,
      Sealing sealing,
      Journal journal,
      Ledger ledger,
      KeptOutputs outputs,
      ObjectProvider<PublicationDesk> desk,
      Path dataFolder,
      Clock clock) {
    var limits = config.limits();
    var opinions =
        new ReviewOpinions(
            ReviewClassifiers.ofTexts(config.review(), clock),
            ReviewClassifiers.ofFiles(config.review(), clock),
            clock);
    var review = new Review(reviewer, opinions, snapshots);
    var recorder = new Recorder(journal);
    var label = new MediaLabel(config.labels(), sealing, limits.mediaBytes());
    var fetch = new MediaFetch(client, limits.mediaBytes());
    var contents =
        new ContentStore(
            dataFolder.resolve("content"),
            config.publicUrl(),
            limits.contentLife(),
            snapshots,
            clock);
    var released = new ReleasedAnswers(snapshots, outputs);
    var endpoints = new HashMap<String, Endpoint>();
    endpoints.put(
        ChatEndpoint.PATH,
        new ChatEndpoint(
            upstreams,
            review,
            recorder,
            config.labels(),
            new Attachments(config.inputs(), pictures, label),
            released));
    endpoints.put(
        ImageEndpoint.PATH,
        new ImageEndpoint(upstreams, fetch, review, recorder, label, contents, released));
    endpoints.put(
        SpeechEndpoint.PATH, new SpeechEndpoint(upstreams, review, recorder, label, released));
    desk.ifAvailable(
        it ->
            endpoints.put(
                PublicationEndpoint.PATH,
                new PublicationEndpoint(it, review, recorder, snapshots, label, config.labels())));
    var way = new Way(snapshots, review, recorder, limits.requestBytes(), clock);
    var routes =
        new GatewayRoutes(
            way,
            endpoints,
            new Models(upstreams),
            new Receipts(ledger),
            contents,
            desk.stream().findFirst().map(Publications::new),
            snapshots);
    return new ServletRegistrationBean<>(new GatewayServlet(new ExchangeIds(clock), routes), "/*");
  }
}
