package de.lokalwillkommen.admin.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The staff's REST interface. */
@ApplicationPath("api/v1")
public class AdminApi extends Application {}
