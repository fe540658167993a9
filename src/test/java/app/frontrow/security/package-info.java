/**
 * Who means harm gets nothing: other people's ids, fields that are not theirs to send,
 * steps out of order, secrets in logs.
 */
package app.frontrow.security;
