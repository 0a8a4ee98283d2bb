package io.tributary.bronze.source;

import java.io.Serializable;

/**
 * The first element of a list that is an object with this field saying this.
 *
 * @param field such as {@code key}
 * @param value its text, such as {@code ga_session_id}
 */
record Choice(String field, String value) implements Serializable {}
