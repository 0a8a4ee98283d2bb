/** What people agreed to, where, and when they changed their minds. */
package io.tributary.sample.consent;
