/** Reading bodies of REST calls, and answering them with JSON or a problem (RFC 9457). */
package de.lokalwillkommen.web.rest;
