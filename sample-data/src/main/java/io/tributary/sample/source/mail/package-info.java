/** Consent records, coupons, mail drops, and what the second mailing tool holds. */
package io.tributary.sample.source.mail;
