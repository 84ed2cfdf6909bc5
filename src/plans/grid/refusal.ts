// A file that cannot be taken: what is wrong with it and what to do, in Japanese, for the person who sent it.

/** Why a file was refused. */
export type RefusalCode =
  | 'empty'
  | 'too-large'
  | 'too-many-rows'
  | 'other-format'
  | 'locked'
  | 'broken'
  | 'quotes'
  | 'encoding'
  | 'no-table'
  /** A PDF of pictures. */
  | 'no-text';

/** The file was refused as a whole; nothing of it was taken. */
export class RefusedFile extends Error {
  constructor(
    readonly code: RefusalCode,
    /** What is wrong: 「パスワードで保護されています」. */
    readonly what: string,
    /** What to do about it. */
    readonly cure: string,
    options?: { cause?: unknown },
  ) {
    super(`${what}。${cure}。`, options);
  }
}
