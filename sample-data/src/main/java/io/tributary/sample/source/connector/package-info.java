/** The same web orders as other interfaces and connectors land them. */
package io.tributary.sample.source.connector;
