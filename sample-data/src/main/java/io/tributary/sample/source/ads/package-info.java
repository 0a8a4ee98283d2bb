/** What advertising platforms report of the campaigns, each in its account's own day and money. */
package io.tributary.sample.source.ads;
