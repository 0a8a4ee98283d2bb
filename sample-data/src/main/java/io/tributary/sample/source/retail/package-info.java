/** What retail partners report, each in its own weeks and units. */
package io.tributary.sample.source.retail;
