package de.lokalwillkommen.kiosk.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The kiosk's REST interface. */
@ApplicationPath("api/v1")
public class KioskApi extends Application {}
