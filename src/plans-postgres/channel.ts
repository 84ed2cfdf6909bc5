// Where those who store plans tell those who read them.

/** Name of the channel that copies listen on; what is told is the version of the tables. */
export const channel = 'shelf_version';
