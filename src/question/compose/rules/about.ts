// Questions that words answer: why, how, what it is, what a word means, on which page.

import { asksOfWords, type Query, type SubjectSet } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { withCarried } from '../carried.ts';
import { claiming } from '../claiming.ts';
import { type Clause, emptyQuery, setBy } from '../compose.ts';
import { conditionSet } from '../condition-set.ts';
import { contentsOf, partsOfProject } from '../contents.ts';
import type { Frame, Item } from '../frame.ts';
import { namedSets, spokenAgain } from '../sets.ts';
import { spoken } from '../spoken.ts';
import { statementsAbout } from '../statement-words.ts';
import type { Group } from '../subjects.ts';
import { inHand } from '../thread/in-hand.ts';
import { ownReason } from '../thread/own-reason.ts';
import { wantedOf } from '../wanted.ts';
import { showOf } from './records/show.ts';

/** Which page a policy or section stands on. */
export const pageOf: Rule = (clause) => {
  if (!clause.frame.has('page')) return null;
  const exact = clause.subjects.exact().length > 0;
  // …事業の区分と該当ページ: where it stands.
  const level = exact && clause.frame.kinds().some(({ meaning }) => meaning.level !== null);
  const placed = level || clause.frame.attributeIds().includes('policy');
  const topics = clause.subjects.topics();
  const told = placed && !exact && topics.length > 0 ? clause.subjects.byTopic(topics, ['project']) : null;
  const page = about(clause, 'page');
  const counted = countedBeside(clause);
  if (counted) return [page, counted];
  if (!placed || !(exact || told?.strong)) return page;
  const own: SubjectSet[] = told
    ? [{ kind: 'project', named: told.ids, where: [], label: told.label }]
    : namedSets(clause, ['project']);
  return [
    {
      ...emptyQuery('values'),
      sets: own,
      wanted: [{ attribute: 'policy', years: [] }],
    },
    page,
  ];
};

/** …は何ページからで、連携事業は何件: how many stand in the part whose pages are asked for. */
function countedBeside(clause: Clause): Query | null {
  const { frame, conditions } = clause;
  const kind = frame.kinds().some(({ meaning }) => meaning.kind === 'kpi') ? 'kpi' : 'project';
  const part = conditions.some(({ predicate }) => predicate.is === 'policy');
  const counts = frame
    .intents('count')
    .some(({ text }) => /^(?:何|いくつ)/.test(text) && !/ページ/.test(text));
  return part && counts ? { ...emptyQuery('count'), of: kind, sets: [conditionSet(clause, kind)] } : null;
}

/** Why: with what the question takes for granted (it fell), so that a wrong premise can be named. */
export const whyOf: Rule = (clause) => {
  const { frame } = clause;
  if (!frame.has('reason-part')) return null;
  const moved = frame.has('fall') ? 'down' : frame.has('rise') ? 'up' : null;
  // 目標に足りなかったのはなぜ: what is missing is no change of the target.
  const missed = frame.has('remaining', 'unreached', 'reached');
  const said = missed ? [] : wantedOf(clause);
  const inherits = said.length === 0 && moved !== null && !clause.subjects.any();
  const wanted = inherits ? (clause.before?.wanted ?? []) : said;
  const words = clause.conditions.flatMap(({ predicate }) =>
    predicate.is === 'word' ? predicate.values.map(String) : [],
  );
  const again = ofChangeAlone(clause) && clause.before;
  const query = again
    ? { ...emptyQuery('why'), sets: again.sets, about: spoken(clause) }
    : about(clause, 'why');
  return {
    ...query,
    wanted,
    claim: moved === null && words.length === 0 ? null : claiming({ words, moved }),
  };
};

/** 「四都市」というのはどこの市のことですか. */
const quotedMeaning =
  /「([^」]+)」(?:というの|っていうの|とは|って)(?:は|が)?[、 ]?(?:どこ|どの|何|なに|誰|だれ)[^。]*(?:こと|指|さ(?:す|し))/;

/** ●は何の印, 「—」って何を表す, ※の意味: what a sign of a table stands for. */
const meantSign =
  /[「『(]?([●○◎◯△▲▽▼■□◆◇☆★※*†‡-])[」』)]?(?:の?(?:印|しるし|マーク|記号|表示))?(?:(?:は|って|とは|が)[、 ]?(?:何|なに|どう(?!や)|どんな)|の意味)/;

/** What signs are called in words: a search finds no sign. */
const signNames: Readonly<Record<string, string>> = {
  '●': '黒丸',
  '○': '丸印',
  '◯': '丸印',
  '◎': '二重丸',
  '△': '三角',
  '▲': '黒三角',
  '-': '横棒',
};

/** 「アウトリーチ」とは, って何. */
export const defineWord: Rule = (clause) => {
  const { frame, subjects, around } = clause;
  const sign = meantSign.exec(frame.text)?.[1];
  if (sign !== undefined && !frame.has('confirm'))
    return { ...emptyQuery('define'), about: signNames[sign] ?? sign };
  const level = frame.kinds().some(({ meaning }) => meaning.level !== null);
  if (level && !subjects.any()) return null;
  const meant = quotedMeaning.exec(frame.text)?.[1];
  if (meant !== undefined && !frame.has('confirm') && frame.entities('project', 'kpi').length === 0)
    return { ...about(clause, 'define'), sets: [], about: meant };
  if (frame.has('checked-by') && frame.intents('define-part').every(doesThing)) return null;
  if (!frame.has('define-part') || frame.attributes().some(({ used }) => !used)) return null;
  if (around.command !== null && !subjects.any()) return null;
  // △がついたのって何: which ones, no meaning of a word.
  if (clause.conditions.some(({ predicate }) => predicate.is === 'word') && !subjects.any()) return null;
  const named = frame.entities('project', 'kpi').length > 0;
  if (named) return about(clause, 'what');
  const quoted = abbreviation(spanOf(frame)) ?? /「([^」]+)」/.exec(spanOf(frame))?.[1];
  const query = about(clause, 'define');
  const plans = clause.conditions.filter(({ predicate }) => predicate.is === 'plan');
  const sets = plans.length > 0 ? [setBy('plan', plans)] : [];
  return { ...query, sets, about: quoted ?? query.about };
};

/** どんな人が加わる asks who does it, and no meaning. */
const doesThing = ({ text, after }: Item) =>
  /^(?:どんな|どういう|どのような)人$/.test(text) && /^[がも]/.test(after);

/** MICEの「I」って何の略: a letter means what the word that it stands in tells. */
function abbreviation(text: string): string | undefined {
  const [, word, letter] = /(?<![a-z])([a-z]{2,})の(?:うちの?)?[「"']?([a-z])(?![a-z])/.exec(text) ?? [];
  return letter !== undefined && word?.includes(letter) ? word : undefined;
}

/** The sentence that asks, with its marks. */
function spanOf(frame: Frame): string {
  const end = frame.items.at(-1)?.end ?? frame.text.length;
  const [asked] = frame.intents('define-part');
  return frame.text.slice(frame.text.lastIndexOf('。', asked?.start ?? end) + 1, end + 1);
}

/** Content, method, contact, former name: answered by statements. */
export const aboutWords: Rule = (clause) => {
  const { frame } = clause;
  // 役割分担の欄では事務局はどちら: a column that is named tells it.
  const column = frame.attributes().some(({ end }) => /^[」』]?の?欄/.test(frame.text.slice(end)));
  if (frame.has('contact') && !column) return contactOf(clause);
  // 誰が検証する: who looks whether a plan is kept.
  if (frame.has('checked-by') && checksPlan(clause)) {
    const query = about(clause, 'what');
    const ofRecord = query.sets.some(({ kind, named }) => kind !== 'plan' && named !== null);
    return { ...query, sets: ofRecord ? [] : query.sets, topics: ['review'] };
  }
  if (frame.has('purpose') && !asksCell(clause)) return about(clause, 'what');
  if (frame.has('former')) return { ...about(clause, 'what'), topics: ['naming'] };
  if (frame.has('how-part') && !asksCell(clause)) return about(clause, 'how');
  if (asksObject(clause)) return about(clause, 'what');
  const parts = partsOfProject(clause);
  if (parts) return contentsOf(parts, clause);
  const ids = frame.attributeIds();
  if (ids.includes('publisher')) return { ...about(clause, 'what'), topics: ['contact', 'publication'] };
  // 機構はいつできた: of a thing that is named, and of no plan.
  if (ids.includes('publication') && clause.subjects.any())
    return { ...about(clause, 'what'), seek: 'founded' };
  if (ids.includes('publication')) return { ...about(clause, 'what'), topics: ['publication'] };
  if (
    ids.includes('summary') &&
    frame.attributes().length === 1 &&
    clause.subjects.any() &&
    !listsUnder(clause)
  )
    return told(clause);
  return null;
};

/** 何を策定する, 何を導入する of a record that is named: what is done, whatever year is said. */
function asksObject({ frame, subjects }: Clause): boolean {
  if (subjects.exact().length === 0 || frame.attributes().some(({ used }) => !used)) return false;
  return frame.intents('which').some((item) => {
    const next = frame.next(item);
    return (
      /^(?:何|なに)$/.test(item.text) &&
      item.after === 'を' &&
      next !== undefined &&
      next.meaning?.is !== 'kind'
    );
  });
}

/** 誰が検証する; どうやって検証する only of a plan. */
function checksPlan({ frame, subjects, conditions }: Clause): boolean {
  if (subjects.exact().some(({ kind }) => kind === 'project')) return false;
  const how = frame.intents('checked-by').every(({ text }) => /^(?:どう|どの|どん)/.test(text));
  return !how || conditions.some(({ predicate }) => predicate.is === 'plan');
}

/** 福祉のくくりのやつ一覧, 地域振興で女性向けのやつ: which ones of a part of a plan. */
function listsUnder({ frame, conditions }: Clause): boolean {
  const part = conditions.some(({ predicate }) => predicate.is === 'policy');
  return frame.has('list') || (part && frame.kinds().length > 0);
}

/** 市は何をしてくれますか: of no one record, and no statement holds it all: whatever there is on the topic. */
function told(clause: Clause): Query {
  const query = about(clause, 'what');
  const open = query.sets.length === 0 && clause.around.command === null;
  return open && statementsAbout(clause, null, 'all') === null ? showOf(clause) : query;
}

/** Of something that no contact speaks of it is said; another one's telephone answers nothing. */
function contactOf(clause: Clause): Query {
  // 相談体制の事務局はどこがやる: who does it, and no telephone.
  const office = clause.frame.intents('contact').every(({ text }) => text === '事務局');
  if (office && clause.frame.has('where', 'who') && clause.subjects.any()) return about(clause, 'what');
  const { subjects, around } = clause;
  const query = about(clause, 'what');
  const topics = subjects.topics();
  const group = query.sets.length === 0 ? subjects.byTopic(topics, ['project', 'kpi']) : null;
  const keep = (_: unknown, id: string) => around.repository.statement(id)?.topic === 'contact';
  const { hits, terms } = around.search.search(subjects.topicText(), { kinds: ['statement'], keep });
  const spokenOf = hits.some(({ matched }) => matched.length * 2 > terms.length);
  const sets =
    group && !spokenOf ? [{ kind: group.kind, named: group.ids, where: [], label: group.label }] : query.sets;
  return { ...query, sets, topics: ['contact'] };
}

/** 事業評価はどのようになっていますか asks for the cell. */
function asksCell({ frame, subjects }: Clause): boolean {
  const cells = frame.attributes().filter(({ used, meaning }) => !used && !meaning.ids.includes('summary'));
  return (
    cells.length > 0 &&
    subjects.any() &&
    /どの(?:よう|様)|どうやった(?:ん|の|と|っけ|かいな|かな)*[?？。]*$/.test(frame.text)
  );
}

/** A query answered by statements, with the subject where one is named. */
function about(clause: Clause, ask: Query['ask']): Query {
  const { frame, before } = clause;
  const unnamed = clause.subjects.exact().length === 0 && frame.entities('policy').length === 0;
  const again = unnamed ? spokenAgain(clause) : null;
  if (again) return { ...emptyQuery(ask), sets: again, about: spoken(clause) };
  const sets = setsAbout(clause, ask);
  const inherited = sets.length === 0 && !clause.subjects.any() && before ? before.sets : [];
  if (ask === 'page') sets.push(...pagesOf(inherited, clause));
  // その人たちが地元の会社を考えない理由は, after an answer in words: what that was about is meant.
  const goesOn =
    sets.length + inherited.length === 0 &&
    before !== null &&
    asksOfWords.includes(before.ask) &&
    frame.has('that');
  const own = [spoken(clause), ...(ask === 'how' ? doneSo(frame) : [])].join(' ');
  const words = goesOn ? `${before.about} ${own}` : own;
  return { ...emptyQuery(ask), sets: sets.length > 0 ? sets : inherited, about: words };
}

/** What is asked about: named in the clause, told by its words or pointed at. */
function setsAbout(clause: Clause, ask: Query['ask']): SubjectSet[] {
  const { frame, before, subjects } = clause;
  const exact = subjects.exact();
  const policies = frame.entities('policy');
  const label = policies.map(({ text }) => text).join('・');
  if (exact.length > 0)
    return ask === 'page' ? policySets(idsOf(exact), clause) : namedSets(clause, ['project', 'kpi']);
  if (policies.length > 0 && ask === 'page') {
    const named = upwards(idsOf(policies.map(({ meaning }) => meaning)), clause);
    return [{ kind: 'policy', named, where: [], label }];
  }
  if (subjects.any() && ask === 'page') {
    const found = subjects.policies(subjects.topics());
    if (found) return [{ kind: 'policy', named: found.ids, where: [], label: found.label }];
    const project = subjects.byTopic(subjects.topics(), ['project']);
    return project?.strong ? policySets(project.ids, clause) : [];
  }
  const under = policies.length > 0 ? projectUnder(policies, clause) : null;
  if (under !== null) return [{ kind: 'project', named: [under], where: [], label }];
  // それ何ページ: the part of the plan that it stands in.
  if (frame.has('that') && before?.sets.some(({ named }) => named !== null))
    return ask === 'page' ? [] : [...before.sets];
  const plans = clause.conditions.filter(({ predicate }) => predicate.is === 'plan');
  if (subjects.any()) return setsByTopic(clause, ask, plans);
  return clause.conditions.length > 0 ? [setBy('plan', plans)] : [];
}

/** The record that the words tell of, or the one that the thread goes on with. */
function setsByTopic(clause: Clause, ask: Query['ask'], plans: Clause['conditions']): SubjectSet[] {
  const { subjects, before } = clause;
  const topics = subjects.topics();
  const where = plans.map(({ predicate }) => predicate);
  const group = subjects.byTopic(topics, ['project', 'kpi'], where);
  const ofThread = inHand(topics, group, clause) !== null || (ask === 'why' && ownReason(group, clause));
  if (before && ofThread) return [...before.sets];
  if (group?.strong && !toldElsewhere(ask, group, clause))
    return [{ kind: group.kind, named: group.ids, where: [], label: group.label }];
  // 久留米が文化に力を入れるのは: of no one record, but of that plan.
  return plans.length > 0 && ask !== 'page' ? [setBy('plan', plans)] : [];
}

/** The parts of plans that what the thread spoke of stands in. */
function pagesOf(inherited: readonly SubjectSet[], clause: Clause): SubjectSet[] {
  const found = policySets(
    inherited.flatMap(({ named }) => named ?? []),
    clause,
  );
  const under = inherited.flatMap(({ where }) =>
    where.flatMap((one) => (one.is === 'policy' ? one.ids : [])),
  );
  if (found.length > 0 || under.length === 0) return found;
  return [{ kind: 'policy', named: upwards(under, clause), where: [], label: '' }];
}

/** 評価表に書かれている変更の理由: of what changed in the sentence before. */
function ofChangeAlone({ subjects, before }: Clause): boolean {
  const nouns = subjects.nouns();
  const named = before?.sets.some((set) => set.named !== null) ?? false;
  return (
    named && nouns.length > 0 && nouns.every((noun) => /^(?:変更|見直し|改訂|改定|修正|理由)$/.test(noun))
  );
}

/** 東アジア経済交流推進機構の事業: the only project of a part of a plan is what is told of. */
function projectUnder(
  policies: readonly { meaning: { ids: string[] } }[],
  { around: { repository } }: Clause,
): string | null {
  const under = idsOf(policies.map(({ meaning }) => meaning)).flatMap((id) => repository.projectsUnder(id));
  const [only, more] = new Set(under.map(({ id }) => id));
  return more === undefined ? (only ?? null) : null;
}

/** どうやってチェックする: a light word as well, where it is what is done. */
function doneSo({ text, items }: Frame): string[] {
  const how = items.find(isHow);
  const done = how && /^([\p{Script=Han}ァ-ヺー]{2,8})(?:する|し|でき)/u.exec(text.slice(how.end))?.[1];
  return done ? [done] : [];
}

const isHow = ({ meaning }: Item) => meaning?.is === 'intent' && meaning.id === 'how-part';

/** 市内の学生が市内の会社に就職しない理由: a statement on something else holds the words far better than the record's own. */
function toldElsewhere(ask: Query['ask'], group: Group, clause: Clause): boolean {
  const { search, repository } = clause.around;
  // Words do not tell what a KPI does: 絵の美術館では、どんなことをする.
  if ((ask === 'what' || ask === 'how') && group.kind === 'kpi')
    return !clause.frame.has('contact', 'former');
  if (ask !== 'why' || wantedOf(clause).length > 0 || clause.frame.has('rise', 'fall')) return false;
  const [best] = search.search(spoken(clause), { kinds: ['statement'] }).hits;
  const subject = best && repository.statement(best.id)?.subject.id;
  const own = withCarried(group.ids, clause.around);
  return best?.strength === 'strong' && subject !== undefined && !own.includes(subject);
}

const idsOf = (named: readonly { ids: readonly string[] }[]) => named.flatMap(({ ids }) => ids);

/** The parts and those above them, the nearest first: pages are printed for some of the levels. */
function upwards(ids: readonly string[], { around: { repository } }: Clause): string[] {
  return [
    ...new Set(ids.flatMap((id) => [...repository.policyPath(id)].reverse().map((policy) => policy.id))),
  ];
}

/** Pages are printed for the policies above a project. */
function policySets(ids: readonly string[], { around: { repository } }: Clause): SubjectSet[] {
  const above = ids.flatMap(
    (id) => repository.project(id)?.listings.flatMap(({ policy }) => repository.policyPath(policy)) ?? [],
  );
  const named = [...new Set(above.map(({ id }) => id))].reverse();
  return named.length === 0 ? [] : [{ kind: 'policy', named, where: [], label: above.at(-1)?.name ?? '' }];
}
