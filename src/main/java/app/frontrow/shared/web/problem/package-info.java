/**
 * Answers to refusals, malformed requests and outages, for clients of the API and for
 * people.
 */
@NullMarked
package app.frontrow.shared.web.problem;

import org.jspecify.annotations.NullMarked;
