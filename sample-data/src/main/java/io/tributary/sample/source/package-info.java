/** One file a source: how each tool that Prism uses exports what it knows. */
package io.tributary.sample.source;
