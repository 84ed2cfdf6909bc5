// 何という視点, 何法の第何条, 何が課題になっている, いつからを目指す: what sentences name, and no column holds.

import type { Rule } from '../ask.ts';
import type { Clause } from '../compose.ts';
import { emptyQuery } from '../compose.ts';
import { Frame, type Item, isIntent } from '../frame.ts';
import { namedSets } from '../sets.ts';
import { tellsSought } from '../statement-words.ts';
import { textsTold, wordsTold } from '../told-texts.ts';

/** What is asked for, and what a sentence holds that tells it. */
const kinds: {
  asked: RegExp;
  tells: (text: string, noun: string, found: string) => boolean;
  seek?: 'date';
  /** So many things are told by one sentence. */
  counted?: true;
}[] = [
  { asked: /何という(?=\p{Script=Han})/u, tells: (text, noun) => text.includes(noun) },
  { asked: /何が(?=(?:課題|問題|障害|背景)(?:だ|に|で|と))/, tells: (text, noun) => text.includes(noun) },
  { asked: /(?:何|どの)法(?:の|律の)?第?何条|第何条/, tells: (text) => /第[0-9]+条/.test(text) },
  {
    asked: /いつ(?:から|頃から|ごろから)を(?:目指|めざ)/,
    tells: (text) => /目指|めざ/.test(text) && tellsSought(text, 'date'),
    seek: 'date',
  },
  {
    asked: /として(?:挙が|挙げ|あが|あげ|示さ|例示さ)(?:って|られて|れて)(?:いる|いた|る)(?=\p{Script=Han})/u,
    tells: (text, noun) => text.includes(noun) && /、[^。]*、/.test(text),
  },
  {
    // 3つ並んでましたよね。その3つを挙げて
    asked:
      /(?<![0-9])(?:[2-9]|1[0-9])つ(?=(?:とも|すべて|全部)?(?:を(?:挙|教|列|全|言|出|書)|は(?:何|なに|どれ)|とは|って(?:何|なに)))/,
    tells: (text, _, found) => tellsSought(text, found) && /、[^。]*、|②/.test(text),
    counted: true,
  },
];

/** So much of the words a sentence must hold. */
const most = 0.5;

/** Told by statements, where one holds most of the words and what is asked for. */
export const namedInWords: Rule = (clause) => {
  const { frame, around, subjects } = clause;
  const kind = kinds.find(({ asked }) => asked.test(frame.text));
  if (!kind || around.command !== null || frame.has('max', 'min', 'sum', 'count')) return null;
  const noun = nounBehind(kind.asked, clause);
  if (noun === null || (kind.counted && ofLevel(clause))) return null;
  const [found = ''] = kind.asked.exec(frame.text) ?? [];
  const about = kind.counted ? `${wordsTold(withoutPlaces(frame))} ${found}` : wordsTold(frame);
  const told = textsTold(about, around).filter(({ share }) => share >= most);
  if (!told.some(({ text }) => kind.tells(text.normalize('NFKC'), noun, found))) return null;
  clause.unread.length = 0;
  const own = subjects.exact().some(({ kind }) => kind === 'project' || kind === 'kpi');
  const sets = own ? namedSets(clause, ['project', 'kpi']) : [];
  return { ...emptyQuery('what'), sets, about, seek: kind.counted ? found : (kind.seek ?? null) };
};

/** 総合戦略では3つ並んで: the plan only says where. */
function withoutPlaces(frame: Frame): Frame {
  const isPlace = (item: Item) =>
    item.meaning?.is === 'entity' &&
    item.meaning.kind === 'plan' &&
    /^(?:では|で|には|に)/.test(frame.text.slice(item.end));
  return new Frame(
    frame.text,
    frame.items.filter((item) => !isPlace(item)),
  );
}

/** 6つの政策パッケージ: parts of a plan, which its own columns list. */
const ofLevel = ({ frame }: Clause) => frame.kinds().some(({ meaning }) => meaning.level !== null);

/** 視点 of 何という視点; null where a column or a kind of record is asked for: 何という施策, 何という判定. */
function nounBehind(asked: RegExp, { frame, around }: Clause): string | null {
  const [found = ''] = asked.exec(frame.text) ?? [];
  const end = frame.text.search(asked) + found.length;
  const noun = /^[\p{Script=Han}ァ-ヺー]*/u.exec(frame.text.slice(end))?.[0] ?? '';
  const item = frame.items.find(({ start }) => start >= end && start < end + noun.length);
  const held = item !== undefined && item.meaning !== null && !isIntent(item, 'filler', 'setting');
  // 分野, 区分: a level of a plan, whatever took it.
  const column = around.lexicon.entriesOf(noun).some(({ list }) => ['kinds', 'attributes'].includes(list));
  return (held || column) && /いう$|^として/.test(found) ? null : noun;
}
