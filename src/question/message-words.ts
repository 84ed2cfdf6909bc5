// Words that people write around a question, as patterns: offices, who writes and who is told of, how words were passed on.
// They stand in index/lexicon/messages.json; its persons are words of the lexicon as well.
import words from '../../index/lexicon/messages.json' with { type: 'json' };

const oneOf = (...forms: readonly string[]) => `(?:${forms.join('|')})`;

/** 課, 事務所: what the name of an office ends in. */
export const office = oneOf(...words.office);

/** 総務, 福祉: an office of a town by its field alone. */
export const field = oneOf(...words.bureau, ...words.field);

/** Whoever is called by what ends so: 会長さん, 商工団体の方, 財政. Fields that a plan could be about (観光) are nobody. */
export const person = oneOf(
  ...words['person-ending'],
  ...words.person.filter((one) => !words['person-ending'].some((ending) => one.endsWith(ending))),
  ...words.office,
  ...words.bureau,
);

/** 職員, 担当: as what somebody writes. */
export const writer = oneOf(...words.writer);

/** 質問, 電話: what comes to an office. */
export const message = oneOf(...words.message);

/** 聞か(れ), お尋ね, ご質問(があり): how words came to the asker. */
export const cameBy = `(?:ご|お)?${oneOf(...words['put-verb'], ...words.message)}`;

/** 言わ(れ), 頼ま(れ). */
export const wasPut = oneOf(...words['put-verb']);

/** 噂, 見方: what is said and not asked. */
export const opinion = oneOf(...words.opinion);

/** 書き, 報告し: what somebody does with an answer. */
export const deed = oneOf(...words.deed);

/** 報告する, 書く, 載せる: of the same the dictionary form. */
export const deedItself = oneOf(...words.deed.map(dictionaryForm));

function dictionaryForm(stem: string): string {
  const ending = stem.at(-1) ?? '';
  const verb = stem.slice(0, -1);
  if (ending === 'し') return /(?:^|[^一-龠])[一-龠]$/.test(verb) ? `${verb}す` : `${verb}する`;
  const plain = { き: 'く', い: 'う', り: 'る', み: 'む', び: 'ぶ' }[ending];
  return plain === undefined ? `${stem}る` : `${verb}${plain}`;
}

/** 確認し, 並べ: how somebody works on the plans before asking. */
export const work = oneOf(...words.work);

/** 原稿, 発表文: what the asker writes the answer into. */
export const ownPaper = oneOf(...words['own-paper']);
