package de.lokalwillkommen.display;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The displays' REST interface. */
@ApplicationPath("api/v1")
public class DisplayApi extends Application {}
