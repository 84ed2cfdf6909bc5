// どれ, いくら, 何人, いつ, どこ, だれ: intents of words that ask by themselves.
export const questionWords: readonly string[] = ['which', 'howmuch', 'howmany-unit', 'when', 'where', 'who'];
