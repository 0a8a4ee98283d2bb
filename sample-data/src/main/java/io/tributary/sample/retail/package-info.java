/** What retailers sell of the brands, day by day and market area by market area. */
package io.tributary.sample.retail;
