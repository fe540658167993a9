/**
 * Answers to refusals, malformed requests and outages, for clients of the API and for
 * people.
 */
package app.frontrow.shared.web.problem;
