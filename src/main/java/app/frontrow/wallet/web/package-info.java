/**
 * Page and API of the wallet.
 */
package app.frontrow.wallet.web;
