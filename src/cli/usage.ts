// Wrong usage of the terminal commands: reported in one line, exit code 2.

/** The arguments make no sense; the message says which. */
export class UsageError extends Error {
  readonly code = 'usage';
}
