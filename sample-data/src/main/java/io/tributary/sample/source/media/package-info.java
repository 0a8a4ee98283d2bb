/** What agencies report of media delivered, and the calendar of geographic tests. */
package io.tributary.sample.source.media;
