package io.platformapi.contract.format;

/**
 * An object with a list that goes on: what stands before the items of the list, those that are there, and what stands
 * after them. So a list that is too long to be held is written part by part.
 *
 * @param before what comes before the first item
 * @param items the items, with what separates them; empty if there are none
 * @param separator what comes between these items and others
 * @param after what comes after the last item
 */
public record OpenList(byte[] before, byte[] items, String separator, byte[] after) {}
