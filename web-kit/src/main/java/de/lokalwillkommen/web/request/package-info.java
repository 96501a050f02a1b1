/** Reading what a client has sent, whatever the kind of request. */
package de.lokalwillkommen.web.request;
