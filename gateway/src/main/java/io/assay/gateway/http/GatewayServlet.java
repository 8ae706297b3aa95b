package io.assay.gateway.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one servlet of the gateway. */
public final class GatewayServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(GatewayServlet.class);

  private final transient ExchangeIds ids;
  private final transient Routes routes;

  public GatewayServlet(ExchangeIds ids, Routes routes) {
    this.ids = ids;
    this.routes = routes;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    var inbound = new ServletInbound(ids.next(), request, response);
    try {
      routes.serve(request.getMethod(), inbound);
    } catch (Inbound.Gone e) {
      LOG.debug("exchange {}: {}", inbound.id(), e.getMessage());
    }
  }
}
