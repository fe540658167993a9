/**
 * Pages and API of log-in, sign-up and sessions.
 */
package app.frontrow.security.web;
