/** Media delivered to market areas, and what it truly sells at retailers. */
package io.tributary.sample.media;
