/**
 * The types of a contract as source text, a file for each language. {@link io.platformapi.contract.dto.Dtos} is what is
 * declared, read from the schemas once; a {@link io.platformapi.contract.dto.DtoLanguage} writes it and knows no
 * schema.
 */
@NullMarked
package io.platformapi.contract.dto;

import org.jspecify.annotations.NullMarked;
