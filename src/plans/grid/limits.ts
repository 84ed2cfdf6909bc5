// How much of a file is read at most.

/** Bytes of a file: 50 MB. */
export const maxBytes = 50 * 1024 * 1024;

/** Rows of all sheets together. */
export const maxRows = 200_000;

/** Columns of a sheet; what stands further right is refused, not cut. */
export const maxColumns = 2_000;

/** Pages of a PDF. */
export const maxPages = 2_000;
