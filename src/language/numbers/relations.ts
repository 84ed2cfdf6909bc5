// Words directly behind a number that say how it bounds: 以上, を下回った, に届いていない, より多い.

export type NumberRelation = '>=' | '<=' | '>' | '<';

const opposite: Record<NumberRelation, NumberRelation> = { '>=': '<', '<': '>=', '>': '<=', '<=': '>' };

const degree = '(?:も|は)?(?:はるかに|大きく|大幅に|わずかに|少し|ちょっと)?';
const notYet = 'な(?:い|かった|く|ければ)|ず|ません(?:でした)?|ぬ';
const teNot = `(?:て|って|いて)(?:は)?(?:い|お)?(?:${notYet}|り?ません(?:でした)?)`;
const teIs = '(?:い?る|い?た|い?ます|い?ました|おり)?';

/** A verb with its stem before ない, its stem before て and た, and its other forms. */
function verb(
  relation: NumberRelation,
  particle: string,
  stems: { before: string; not: string; te: string; other: string },
) {
  const { before, not, te, other } = stems;
  return [
    [opposite[relation], `${particle}${degree}${before}(?:${not}(?:${notYet})|(?:${te})${teNot})`],
    [relation, `${particle}${degree}${before}(?:(?:${te})(?:て|って|いて|で)${teIs}|${other})`],
  ] as const;
}

/** In this order; the first that fits wins. */
const relations: [NumberRelation, RegExp][] = (
  [
    ['>=', '(?:以上|いじょう)'],
    ['<=', '(?:以下(?!の(?:通|とお|よう|項|表))|以内|いない(?=の)|いか(?=の))'],
    ['<', '(?:未満|みまん)'],
    ...verb('>', '[をに]?', {
      before: '(?:超|越|こ)え',
      not: '',
      te: '',
      other: 'る|た|ました?|ます|れば|そう',
    }),
    ['>', '[をに]?(?:超|越)え(?![らなまよ])'],
    ['<', '割れ(?!な)'],
    ['>=', '[をに]?突破(?:し(?:てい)?[たる]|する)?'],
    ['>', '[をの]?(?:超過(?!勤)(?:し(?:てい)?[たる]|する)?|オーバー(?:し(?:てい)?[たる]|する)?|超(?!過))'],
    ...verb('>', '[をに]?', {
      before: '上回',
      not: 'ら',
      te: 'っ|',
      other: 'る|った|りました?|ります|り|れば',
    }),
    ...verb('<', '[をに]?', {
      before: '下回',
      not: 'ら',
      te: 'っ|',
      other: 'る|った|りました?|ります|り|れば',
    }),
    ...verb('<', '[をの]', {
      before: '(?:割り?込|割りこ)',
      not: 'ま',
      te: 'ん',
      other: 'む|んだ|みました?|み',
    }),
    ...verb('<', '[をの]?', {
      before: '割',
      not: 'ら',
      te: 'っ|',
      other: 'る|った|りました?|り(?![当振引増切])|れば',
    }),
    ...verb('<', '[をの]?', {
      before: '切',
      not: 'ら',
      te: 'っ|',
      other: 'る|った|りました?|り(?![捨上替下換取])|れば',
    }),
    ['<', `(?:に|を|にも|すら)?満た(?:して(?:い)?)?(?:${notYet})`],
    ...verb('>=', '(?:に|まで|へ)', { before: '届', not: 'か', te: 'い|', other: 'く|いた|きました?|き' }),
    ['<', `(?:に|まで)?も?届(?:か(?:${notYet})|いて(?:い)?(?:${notYet}))`],
    ...verb('>=', '(?:に|まで)', { before: '(?:到)?達し', not: '', te: '', other: 'た|ました?|ます' }),
    ['>=', '(?:に|まで)(?:到達|達)する'],
    ['<', `(?:に|まで|には|にも)?及ば(?:${notYet})`],
    ['<', `(?:に|まで|にも|も)?(?:は)?(?:行|い)か(?:${notYet})`],
    ['>', 'より(?:も|は)?(?:ずっと|さらに)?(?:多|高|大き)(?:い|く|かった|な)?'],
    ['<', 'より(?:も|は)?(?:ずっと|さらに)?(?:少な|低|小さ|安)(?:い|く|かった|な)?'],
    ['>', 'より(?:も)?(?:上|うえ)'],
    ['<', 'より(?:も)?(?:下|した)'],
    // 3,100人まであと何人 and 80%までの差 name a goal, not a bound.
    ['<=', 'まで(?=の(?!差|残|距離|不足|あと|間|道|開))'],
  ] as [NumberRelation, string][]
).map(([relation, form]) => [relation, new RegExp(` ?(?:${form})`, 'y')]);

const approximately =
  / ?(?:程度|くらい|ぐらい|前後|余り(?=[のでがだ、」]|$)|あまり(?=[のでだ、」]|$)|余(?=[のりで、])|ほど|近く(?=[のでがだ、」まに]|$)|(?:と|より)?(?:ちょっと|少し|ちょい)(?=[のでがだ、」]|$)|弱(?!い|者|点)|強(?!い|化|み|靭))/y;

/** The relation that begins at `at` or behind 程度, くらい …; its end is `at` when nothing is there. */
export function relationAt(
  text: string,
  at: number,
): { relation?: NumberRelation; approximate?: true; end: number } {
  approximately.lastIndex = at;
  const about = approximately.exec(text)?.[0];
  const from = at + (about?.length ?? 0);
  const approximate = about === undefined ? {} : { approximate: true as const };
  for (const [relation, form] of relations) {
    form.lastIndex = from;
    const shown = form.exec(text)?.[0];
    if (shown !== undefined) return { relation, end: from + shown.length, ...approximate };
  }
  return { end: from, ...approximate };
}
