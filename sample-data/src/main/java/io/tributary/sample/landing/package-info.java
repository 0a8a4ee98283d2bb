/** Files on disk: framed, sorted in bounded memory, and laid into the folders of a delivery. */
package io.tributary.sample.landing;
