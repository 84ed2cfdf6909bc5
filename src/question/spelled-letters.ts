// Letters written by their names in kana: でぃーえっくす → dx.
const names: Record<string, string> = {
  えー: 'a',
  びー: 'b',
  しー: 'c',
  でぃー: 'd',
  いー: 'e',
  えふ: 'f',
  じー: 'g',
  えいち: 'h',
  あい: 'i',
  じぇい: 'j',
  じぇー: 'j',
  けー: 'k',
  けい: 'k',
  える: 'l',
  えむ: 'm',
  えぬ: 'n',
  おー: 'o',
  ぴー: 'p',
  きゅー: 'q',
  あーる: 'r',
  えす: 's',
  てぃー: 't',
  ゆー: 'u',
  ぶい: 'v',
  えっくす: 'x',
  わい: 'y',
  ぜっと: 'z',
};
const name = Object.keys(names)
  .sort((a, b) => b.length - a.length)
  .join('|');
const several = new RegExp(`(?:${name}){2,}`, 'g');
const each = new RegExp(name, 'g');

/** The text with such a word in Latin letters, where it is a word that the plans or the lexicon know. */
export function spelledLetters(
  text: string,
  isKnown: (word: string) => boolean,
  read: { typed: string; as: string }[],
): string {
  if (!/[ぁ-ん]ー|えす|えむ|えぬ/.test(text)) return text;
  return text.replace(several, (typed) => {
    const word = (typed.match(each) ?? []).map((one) => names[one]).join('');
    if (!isKnown(word)) return typed;
    read.push({ typed, as: word });
    return word;
  });
}
