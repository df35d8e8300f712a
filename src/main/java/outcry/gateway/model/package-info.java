/**
 * What one traders' door knows of the market, made from its events alone: accounts, books, latest
 * trades. Owned by the gateway's thread.
 */
package outcry.gateway.model;
