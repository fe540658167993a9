/**
 * API of accounts.
 */
package app.frontrow.members.web;
