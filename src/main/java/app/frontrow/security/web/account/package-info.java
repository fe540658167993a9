/**
 * Pages on which members look after their own account.
 */
package app.frontrow.security.web.account;
