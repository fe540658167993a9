/**
 * Signing up, logging in and out, and members' own data, as pages and over the API.
 */
package app.frontrow.members.web;
