/** What lay in the warehouses, and what could not be sold because nothing did. */
package io.tributary.sample.stock;
