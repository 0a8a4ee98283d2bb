/** A simulator of a retailer's exports: one world, made from a seed, seen through its tools. */
package io.tributary.sample;
