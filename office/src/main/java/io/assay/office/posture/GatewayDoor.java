package io.assay.office.posture;

/** Where the gateway beside this office answers, up to and without {@code /v1}. */
public record GatewayDoor(String url) {}
