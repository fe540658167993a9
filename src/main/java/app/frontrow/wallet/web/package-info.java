/**
 * The wallet, as a page and over the API.
 */
package app.frontrow.wallet.web;
