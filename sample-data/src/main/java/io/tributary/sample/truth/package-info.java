/** What nobody but the simulator knows: who is who, and what the future really brings. */
package io.tributary.sample.truth;
