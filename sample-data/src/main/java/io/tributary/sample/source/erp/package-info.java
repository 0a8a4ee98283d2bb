/** What the enterprise resource planning system exports. */
package io.tributary.sample.source.erp;
