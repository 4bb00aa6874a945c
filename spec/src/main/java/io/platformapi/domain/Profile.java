package io.platformapi.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a contact tells others about themselves; each part may be left untold.
 *
 * @param mobileNumber as the contact wrote it
 * @param phoneNumber as the contact wrote it
 * @param photoUrl where the photo is
 * @param photoThumbnailUrl where a small copy of the photo is
 * @param description a text by the contact
 * @param industry the industry the contact works in
 * @param occupation what the contact does there
 * @param area where the contact works
 * @param timezone the IANA name of the contact's time zone
 * @param address the primary postal address, on one line
 */
public record Profile(
        @Nullable String mobileNumber,
        @Nullable String phoneNumber,
        @Nullable String photoUrl,
        @Nullable String photoThumbnailUrl,
        @Nullable String description,
        @Nullable String industry,
        @Nullable String occupation,
        @Nullable String area,
        @Nullable String timezone,
        @Nullable String address) {

    /** A profile that tells nothing. */
    public static final Profile EMPTY = new Profile(null, null, null, null, null, null, null, null, null, null);
}
