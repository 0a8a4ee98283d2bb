/** What the analytics tools of the web shops and the app export. */
package io.tributary.sample.source.web;
