/**
 * How refusals, broken requests and outages of a store look to clients of the API and to
 * people.
 */
package app.frontrow.shared.web.problem;
