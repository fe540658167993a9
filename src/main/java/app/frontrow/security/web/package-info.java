/**
 * Pages and API of log-in, sign-up and sessions.
 */
@NullMarked
package app.frontrow.security.web;

import org.jspecify.annotations.NullMarked;
