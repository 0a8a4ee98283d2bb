/** Reviews, social mentions, support tickets and chats as their tools export them. */
package io.tributary.sample.source.feedback;
