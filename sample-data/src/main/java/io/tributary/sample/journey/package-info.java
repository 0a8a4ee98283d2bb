/** How people come to the web shops and apps, and what truly makes them buy. */
package io.tributary.sample.journey;
