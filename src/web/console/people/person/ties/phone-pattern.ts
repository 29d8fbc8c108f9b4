/** Digits and hyphens, as the record's contract asks: 13912345678 or 0534-4231234-802. */
export const PHONE = /^[\d-]{5,24}$/
