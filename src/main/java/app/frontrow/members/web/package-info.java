/**
 * Pages and API of accounts and log-ins.
 */
package app.frontrow.members.web;
