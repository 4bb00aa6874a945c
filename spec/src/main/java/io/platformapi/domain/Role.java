package io.platformapi.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part that contacts can play towards each other, such as coach or player.
 *
 * @param isLicensee whether who plays it holds a licence of the platform
 * @param imageUrl where its icon is
 * @param imageThumbnailUrl where a small copy of the icon is
 * @param imageId the media file that holds the icon
 */
public record Role(
        UUID id,
        String name,
        boolean isLicensee,
        @Nullable String imageUrl,
        @Nullable String imageThumbnailUrl,
        @Nullable UUID imageId) {}
