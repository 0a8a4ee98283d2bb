/** What people say about what they bought, and what it was really like. */
package io.tributary.sample.feedback;
