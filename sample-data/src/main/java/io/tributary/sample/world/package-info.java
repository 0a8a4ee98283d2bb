/** The world that is exported: people, what they buy, and everything around it. */
package io.tributary.sample.world;
