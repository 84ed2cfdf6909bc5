// Where those who store plans tell those who read them.

/** Name of the channel that copies listen on; a notice carries the version of the tables. */
export const channel = 'shelf_version';
