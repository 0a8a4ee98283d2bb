/** One day of a retailer many times larger than the sample's. */
package io.tributary.sample.day;
