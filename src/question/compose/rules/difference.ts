// How much it changed, and how much is missing to the target.
import { normalize } from '../../../language/normalize.ts';
import type { Query, SubjectSet } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { asksHowFar } from '../asks-how-far.ts';
import { asksMeans } from '../asks-means.ts';
import { columnName } from '../column-name.ts';
import { type Clause, emptyQuery } from '../compose.ts';
import { conditionSet } from '../condition-set.ts';
import { type Frame, isIntent } from '../frame.ts';
import { inheritedSets, namedSets } from '../sets.ts';
import { resultAndTarget } from '../to-target.ts';
import { resolveTopic } from '../topic.ts';
import { wantedOf } from '../wanted.ts';
import { yearsSaid } from '../years.ts';
import { printedSides } from './printed-sides.ts';
import { isMoney, sidesOf } from './sides.ts';

/** あと何人, 残り何件, 足りない. */
export const remainingOf: Rule = (clause) => {
  const { frame } = clause;
  const [said] = frame.intents('remaining');
  if (!said) return null;
  const wanted = wantedOf(clause);
  const figures = wanted.filter(({ attribute }) => ['target', 'actual', 'baseline'].includes(attribute));
  const measured =
    frame.has('howmany-unit', 'howmuch', 'count') ||
    figures.length > 0 ||
    /ゴール|目標|まで/.test(frame.text);
  // 残っているのはお金の欄で、事業費がいくらか: money is asked for, and what remains is the asker's work.
  if (!measured || wanted.some(({ attribute }) => isMoney(clause, attribute))) return null;
  if (said.text === 'あと' && /^[、,]/.test(said.after) && !frame.has('howmany-unit', 'howmuch')) return null;
  const described = clause.subjects.exact().length === 0 ? clause.subjects.topicText() : '';
  const sets = clause.subjects.any() ? namedSets(clause, ['kpi']) : inheritedSets(clause, ['kpi']);
  if (sets.length === 0) return null;
  const fy = yearOfResult(sets, wanted, clause);
  if (fy !== null)
    return { ...emptyQuery('difference'), sets, between: { ...resultAndTarget(fy), as: 'amount' } };
  if (described !== '' && clause.before === null && !isAbout(described, sets, clause)) {
    clause.unread.push(described);
    return { ...emptyQuery('remaining'), sets: [] };
  }
  // 目標までとその期限: what else is asked is answered as well.
  const also = wanted.filter(({ attribute }) => ['deadline', 'actual'].includes(attribute));
  return { ...emptyQuery('remaining'), sets, wanted: also };
};

/** R3の実績は目標に何ポイント足りない: a year that holds a result and a target of its own, where it is not the last one anyway. */
function yearOfResult(
  sets: readonly SubjectSet[],
  wanted: Query['wanted'],
  { frame, years, around }: Clause,
): number | null {
  const [id] = sets.length === 1 ? (sets[0]?.named ?? []) : [];
  const said = new Set([...years.all, ...wanted.flatMap((one) => one.years)]);
  const [fy] = said;
  const short = /足り|届|及|不足|未達/.test(frame.text) && !/最終|あと|残り/.test(frame.text);
  if (id === undefined || fy === undefined || said.size > 1 || !short) return null;
  const printed = (attribute: string) =>
    around.facts.cells(attribute, id).some((cell) => cell.fy === fy && cell.value !== null);
  return printed('actual') && printed('target') ? fy : null;
}

/** 不足してる保育士は何人: a KPI that says nothing of the words only belongs to a project that does. */
function isAbout(words: string, sets: readonly SubjectSet[], { around }: Clause): boolean {
  const ids = sets.flatMap(({ named }) => named ?? []);
  const { candidates } = resolveTopic(words, ['kpi'], around, (_, id) => ids.includes(id));
  return ids.length === 0 || candidates.some(({ share, strong }) => strong || share >= 0.3);
}

/** 目標を何人上回った: how far the result lies from the target of its year. */
export const exceededOf: Rule = (clause) => {
  const { frame, around } = clause;
  // 計画をいくら上回った: what was planned is the target.
  const target =
    frame.attributes().find(({ meaning }) => meaning.ids.includes('target')) ??
    frame.kinds().find(({ meaning, text }) => meaning.kind === 'plan' && /^計画$/.test(text));
  // 目標より何人多く増えた: it came about.
  const beyond =
    frame.has('big', 'small') && /^より/.test(target?.after.trim() ?? '') && frame.has('rise', 'fall');
  const passed =
    asksHowFar(frame) ||
    ((frame.has('reached', 'unreached') || beyond) && frame.has('howmany-unit', 'howmuch'));
  if (!passed || !target || !/^(?:を|より)/.test(target.after.trim())) return null;
  // 単位が「件」のKPI、令和3年度の実績は目標を何件上回った: those under the conditions, in the year said.
  const year = yearsSaid(clause.years).at(-1) ?? null;
  const told = !clause.subjects.any() && clause.conditions.length > 0 && year !== null;
  const own = clause.subjects.any() ? namedSets(clause, ['kpi']) : inheritedSets(clause, ['kpi']);
  const sets = told ? [conditionSet(clause, 'kpi')] : own;
  const [id] = sets[0]?.kind === 'kpi' ? (sets[0].named ?? []) : [];
  if (id === undefined && !told) return null;
  const results = around.facts.cells('actual', id ?? '').filter(({ value }) => value !== null);
  const fy = year ?? results.at(-1)?.fy ?? null;
  return { ...emptyQuery('difference'), sets, between: { ...resultAndTarget(fy), as: 'amount' } };
};

/** Between two years, or from the baseline to the target. */
export const differenceOf: Rule = (clause) => {
  const { frame, before } = clause;
  const moves = frame.intents('rise', 'fall', 'gap', 'compare', 'times').some(({ used }) => !used);
  const changed =
    moves ||
    asksHowFar(frame) ||
    asksShare(clause) ||
    heldAgainst(clause) ||
    aimsToMove(clause) ||
    moreThanThen(clause);
  if (!changed || isAdnominal(clause) || asksMeans(frame) || measuresGrowth(clause)) return null;
  if (frame.has('which', 'list') && frame.kinds().length > 0 && clause.subjects.exact().length === 0)
    return null;
  const wanted = wantedOf(clause);
  const money =
    wanted.some(({ attribute }) => clause.around.facts.attribute(attribute)?.type === 'money') ||
    wanted.length === 0;
  const share =
    frame.intents('rise', 'fall').some(({ text }) => /率/.test(text)) ||
    asksBoth(frame) ||
    // 金額と率で: both are told with a share.
    /(?:額|円|幅)と(?:その|増加|伸び|減少)?(?:率|割合)/.test(frame.text) ||
    frame
      .intents('share')
      .some(({ text, after }) => (text !== '率' || /^も/.test(after)) && (/割|率/.test(text) || money)) ||
    ((money || wanted.length === 0) && frame.intents('howmany-unit').some(({ text }) => /%|パー/.test(text)));
  const as = frame.has('times') ? 'times' : share ? 'share' : 'amount';
  const ids = wanted.map(({ attribute }) => attribute);
  const sides = sidesOf(clause, ids);
  if (!sides || (ids.length === 0 && isOfSomethingElse(sides.to.attribute, clause))) return null;
  const kpi =
    (sides.from.attribute !== sides.to.attribute && !isMoney(clause, sides.to.attribute)) ||
    ['actual', 'target', 'baseline', 'rate'].includes(sides.to.attribute);
  const sets =
    clause.subjects.any() || clause.subjects.exact().length > 0
      ? namedSets(clause, kpi ? ['kpi'] : ['project'])
      : clause.conditions.length > 0
        ? [conditionSet(clause, kpi ? 'kpi' : 'project')]
        : (before?.sets ?? []);
  if (sets.length === 0) return null;
  if (aimsFromNowhere(sets, ids, clause)) return { ...emptyQuery('values'), sets, wanted };
  const rest = wanted.filter(
    ({ attribute }) => attribute !== sides.from.attribute && attribute !== sides.to.attribute,
  );
  const grows = as === 'amount' && asksGrowth(sets, clause);
  const between: Query['between'] = {
    ...(ids.length === 0 ? printedSides(sides, sets, clause) : sides),
    as: grows ? 'share' : as,
  };
  const moved: Query = { ...emptyQuery('difference'), sets, wanted: rest, between };
  const beside = rest.filter(({ attribute }) => joinedBehind(attribute, clause));
  if (beside.length === 0) return moved;
  // 予算の減少額と、人件費の金額: a column of its own beside the change.
  return [moved, { ...emptyQuery('values'), sets, wanted: beside.map((one) => ({ ...one, years: [] })) }];
};

/** 減少額と、人件費: the column is joined to the change that is asked for. */
function joinedBehind(id: string, { frame }: Clause): boolean {
  return frame.attributes().some((item) => {
    const before = frame.before(item);
    const joins = /(?:と|や|及び|および|並びに|ならびに)[、,]?$/.test(before?.after.trim() ?? '');
    return (
      item.meaning.ids.some((one) => columnName(one) === columnName(id)) &&
      joins &&
      isIntent(before, 'rise', 'fall', 'gap', 'share')
    );
  });
}

/** 何年度までに何%減らす of a KPI that prints no baseline: its target says by how much. */
function aimsFromNowhere(sets: readonly SubjectSet[], wanted: readonly string[], clause: Clause): boolean {
  const { facts } = clause.around;
  const named = sets.flatMap(({ kind, named }) => (kind === 'kpi' ? (named ?? []) : []));
  const bare = (id: string) => facts.cells('baseline', id).every(({ value }) => value === null);
  return wanted.includes('deadline') && named.length > 0 && named.every(bare);
}

/** 防犯灯をLEDにして電気代は下がった: what moved stands apart from the words of the project's name, and is no budget. */
function isOfSomethingElse(attribute: string, clause: Clause): boolean {
  const { subjects, conditions, around } = clause;
  if (attribute !== 'budget' || conditions.length > 0) return false;
  if (subjects.exact().length > 0) return asksOfPart(clause);
  const items = subjects.topics().flatMap((topic) => topic.items);
  const from = items.findLastIndex((item, at) => at > 0 && items[at - 1]?.end !== item.start);
  const moved = items.slice(Math.max(0, from)).filter(({ noun }) => noun);
  const group = subjects.byTopic(subjects.topics(), ['project', 'kpi']);
  const name = normalize(around.repository.project(group?.ids[0] ?? '')?.name ?? '');
  const others = moved.filter(({ text }) => text.length > 1);
  return (
    name !== '' &&
    from > 0 &&
    /^は/.test(items.at(-1)?.after.trim() ?? '') &&
    others.length > 0 &&
    others.every(({ text }) => !name.includes(text) && !/補助|助成|支援|交付|額|費|予算|金/.test(text))
  );
}

/** 機構の部会の活動方法はどう変わった: something of a named project, and no money. */
function asksOfPart({ subjects, frame, years }: Clause): boolean {
  const nouns = subjects.topics().flatMap(({ items }) => items.filter(({ noun }) => noun));
  const last = nouns.at(-1);
  const money = nouns.some(({ text }) => /補助|助成|支援|交付|額|費|予算|金|規模|コスト/.test(text));
  const how = frame.intents('gap').some(({ text }) => /^どう/.test(text));
  return how && years.all.length === 0 && !money && /^[はが]/.test(last?.after.trim() ?? '');
}

/** 何人増えた of 社会動態の増加数: the KPI itself counts how many more there were. */
function measuresGrowth({ frame, subjects, around: { repository } }: Clause): boolean {
  if (!frame.has('howmany-unit') || frame.has('gap', 'share', 'compare') || !subjects.any()) return false;
  const [exact] = subjects.exact();
  const found = exact ?? subjects.byTopic(subjects.topics(), ['project', 'kpi']);
  const [id, more] = found?.kind === 'kpi' ? found.ids : [];
  if (id === undefined || more !== undefined) return false;
  return /増(?:加|減)(?:者|件|人)?数$/.test(repository.kpi(id)?.name ?? '');
}

/** 何％伸ばす of a KPI that is counted in something else: a share of what it was. */
function asksGrowth(sets: readonly SubjectSet[], clause: Clause): boolean {
  const { frame } = clause;
  const { facts } = clause.around;
  const asked =
    (frame.has('rise', 'fall') || aimsToMove(clause)) &&
    frame.intents('share').some(({ text }) => /^何(?:%|パ|割)/.test(text));
  const ids = sets.flatMap(({ kind, named }) => (kind === 'kpi' ? (named ?? []) : []));
  const units = ids.flatMap((id) => facts.cells('target', id).flatMap(({ unit }) => unit ?? []));
  return asked && units.length > 0 && !units.includes('%');
}

/** 何人・何％の増: how much, and how much of what it was. */
function asksBoth(frame: Frame): boolean {
  const amounts = frame
    .intents('howmany-unit', 'howmuch')
    .some(({ text }) => !/%|パー|割|ポイント/.test(text));
  return amounts && frame.has('rise', 'fall') && frame.intents('share').some(({ text }) => /^何/.test(text));
}

/** 何% of an amount is a share; of a KPI in per cent it is the figure itself. */
function asksShare(clause: Clause): boolean {
  const { frame, subjects, before } = clause;
  if (!frame.has('share')) return false;
  // 令和6年度の目標は何% after a KPI: the figure itself.
  const figure = wantedOf(clause).some(({ attribute }) =>
    ['target', 'actual', 'baseline'].includes(attribute),
  );
  const kpis = before?.sets.every(
    ({ kind, where }) => kind === 'kpi' || where.some(({ is }) => is === 'policy'),
  );
  if (figure && !subjects.any() && kpis) return false;
  // 達成率は何%: the unit of a rate.
  const rate = wantedOf(clause).some(
    ({ attribute }) => clause.around.facts.attribute(attribute)?.type === 'rate',
  );
  if (rate && frame.intents('share').every(({ text }) => /^何[%パ割]/.test(text))) return false;
  if (wantedOf(clause).some(({ attribute }) => isMoney(clause, attribute)) || !subjects.any()) return true;
  const [exact] = subjects.exact();
  const kind = exact?.kind ?? subjects.byTopic(subjects.topics(), ['project', 'kpi'])?.kind;
  return kind !== 'kpi' && !frame.intents('share').every(({ text }) => /^何/.test(text));
}

/** 目標は基準より何ポイント上: two figures of one KPI and how far they lie apart. */
function heldAgainst({ frame }: Clause): boolean {
  const figures = frame
    .attributes()
    .filter(
      ({ meaning, used }) => !used && meaning.ids.some((id) => ['baseline', 'target', 'actual'].includes(id)),
    );
  return (
    figures.length === 2 &&
    ((figures.some(({ after }) => /^(?:の?(?:値|ほう|方))?(?:より|と比べ|に比べ)/.test(after.trim())) &&
      frame.has('howmany-unit', 'howmuch', 'count')) ||
      // 目標と基準値はどちらが高い
      (frame.has('which-two') && frame.has('big', 'small')))
  );
}

const than = /^(?:の?(?:数字|数値|値|数|人数|件数|回数|割合|率|実績|予算額?|金額|額))?(?:より|[にと]比べ)/;

/** 7年度は6年度よりいくら多い, 前年度の件数より何件多かった: one year against the other. */
function moreThanThen({ frame, years }: Clause): boolean {
  const asked = frame.has('howmuch', 'howmany-unit') && frame.has('big', 'small');
  if (!asked || years.all.length !== 2) return false;
  const said = [...frame.years(), ...frame.intents('previous')];
  return said.some(({ end, text }) => /より$/.test(text) || than.test(frame.text.slice(end).trim()));
}

/** 何ポイント上げるつもり: by how much; 何人に増やすつもり asks for the target alone. */
function aimsToMove({ frame }: Clause): boolean {
  return frame.attributes().some((item) => {
    const before = frame.before(item);
    const moves = /^(?:増や|減ら|上げ|下げ|伸ば|広げ|ふや|へら)/.test(item.text);
    return moves && isIntent(before, 'howmany-unit', 'howmuch', 'share') && before?.after.trim() === '';
  });
}

/** 減った事業: the change tells which ones, and is not asked for. */
function isAdnominal({ frame, subjects }: Clause): boolean {
  if (subjects.exact().length > 0) return false;
  return frame.intents('rise', 'fall', 'same').some((item) => {
    if (/(?:もの|やつ)(?:を|は|が|って|$)/.test(item.after)) return true;
    const next = frame.items[frame.items.indexOf(item) + 1];
    if (!next || !/^(?:た|る|て(?:い)?る|ている|した|する|な|の)?$/.test(item.after.trim())) return false;
    return (
      next.meaning?.is === 'kind' ||
      (next.meaning?.is === 'entity' && next.meaning.kind === 'plan' && /事業$/.test(next.text))
    );
  });
}
