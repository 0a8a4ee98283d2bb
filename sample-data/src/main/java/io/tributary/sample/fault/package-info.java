/** What goes wrong with exports on their way, done to them on purpose and written down. */
package io.tributary.sample.fault;
