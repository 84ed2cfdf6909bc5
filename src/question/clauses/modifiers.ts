// 「やや遅れは要らない」, 「該当する事業名をすべて」: sentences that go on with the one before.
import { isMeant, type Piece, saysIntent } from '../cover.ts';
import { deed } from '../message-words.ts';
import { isYears, namesOne } from '../piece-names.ts';
import { tellsDeed, tellsOnly } from '../scene.ts';
import { asks } from './asks.ts';
import { type ClauseText, join, said } from './clause-text.ts';

/** 「やや遅れは要らない」, 「二重計上のない形で」: such a sentence modifies the one before. */
export function modifiersJoined(clauses: readonly ClauseText[]): ClauseText[] {
  const joined: ClauseText[] = [];
  for (const clause of clauses) {
    const last = joined.at(-1);
    const ids = clause.pieces.flatMap(({ mention }) =>
      mention?.meaning.is === 'intent' ? [mention.meaning.id] : [],
    );
    const modifies =
      (ids.some((id) => ['except', 'distinct', 'only'].includes(id)) ||
        clause.pieces.some(({ text }) => text === '対象外')) &&
      !/[?？か][。!]*$/.test(said(clause.pieces)) &&
      // ただし、…事業は除きます: a record that is left out.
      (!namesOne(clause.pieces) || /^(?:ただし|但し|なお)/.test(said(clause.pieces)));
    const once = ids.includes('repeated') && /[1一](?:件|度|回|つ|本|個)/.test(said(clause.pieces));
    // …の事業の名前を、再掲は一度だけで結構ですので、すべて教えてください: asks by itself.
    const itself = saysIntent(clause.pieces, 'list', 'which') && clause.pieces.some(isKind);
    if (last && once && !itself && !ids.includes('except') && asks(last.pieces)) continue;
    if (
      last &&
      asks(last.pieces) &&
      (offersAnswer(clause) || contentsItself(clause) || intends(clause) || leavesYears(last, clause))
    )
      continue;
    if (
      last &&
      !itself &&
      ids.includes('distinct') &&
      !ids.includes('except') &&
      modifies &&
      asks(last.pieces)
    )
      continue;
    const wants = (asks(last?.pieces ?? []) && !tellsOnly(last?.pieces ?? [])) || checks(last, clause);
    const set = joined.at(-2);
    // …「遅れ」の事業を記事にします。「やや遅れ」は外してください。該当する事業名を全部: what is left out is left out of the set before it.
    if (last && set && continues(clause) && leavesOut(last) && hasWord(set)) {
      joined.splice(-2, 2, join([set, last, clause]));
    } else if (last && (continues(clause) || (modifies && wants)))
      joined[joined.length - 1] = join([last, clause]);
    else joined.push(clause);
  }
  return joined;
}

/** 「やや遅れ」は外してください: nothing but what is not meant. */
function leavesOut({ pieces }: ClauseText): boolean {
  return saysIntent(pieces, 'except') && !namesOne(pieces) && !saysIntent(pieces, 'count', 'sum', 'list');
}

function hasWord({ pieces }: ClauseText): boolean {
  return pieces.some(({ mention }) => ['word', 'status'].includes(mention?.meaning.is ?? ''));
}

const isKind = ({ mention }: Piece) => mention?.meaning.is === 'kind';

/** …の数を確認しております。空欄のものは除いて数えてください: what is looked into, and how. */
function checks(last: ClauseText | undefined, { pieces }: ClauseText): boolean {
  const pieceOf = last?.pieces ?? [];
  const conditional = saysIntent(pieces, 'tell') || /^(?:ただし|但し)/.test(said(pieces));
  return (
    conditional && saysIntent(pieces, 'except') && saysIntent(pieceOf, 'count', 'sum', 'list', 'max', 'min')
  );
}

/** 誰がチェックするん？身内だけ？: a guess at the answer asks nothing more. */
function offersAnswer({ pieces }: ClauseText): boolean {
  const content = pieces.filter(isMeant);
  const [noun, only, asked] = content;
  const says = (piece: Piece | undefined, id: string) =>
    piece?.mention?.meaning.is === 'intent' && piece.mention.meaning.id === id;
  const plain = noun !== undefined && (noun.mention === null || says(noun, 'setting'));
  return (
    plain && says(only, 'only') && (asked === undefined || (content.length === 3 && says(asked, 'whether')))
  );
}

/** まず金額だけ押さえておきたい, 残りは並べますので、先頭だけで結構です: says how much is enough, and limits nothing by name. */
function contentsItself({ pieces }: ClauseText): boolean {
  const turn = pieces.findLastIndex(({ text }, at) => /[、,]/.test(text) && turns(pieces.slice(0, at)));
  const last = pieces.slice(turn + 1);
  // 差だけでいいです: the measure that is wanted.
  if (saysIntent(last, 'gap', 'sum', 'share', 'times')) return false;
  const limits = last.some(({ mention }) =>
    ['entity', 'word', 'status', 'years', 'kind', 'number'].includes(mention?.meaning.is ?? ''),
  );
  return (
    saysIntent(last, 'only') && tellsOnly(pieces) && (tellsDeed(last) || shows.test(said(last)) || !limits)
  );
}

/** スライドに一つだけ大きく出します: how the answer is shown. */
const shows = new RegExp(`(?:${deed}|出し?|入れ)ます(?:ので|が)?$`);

/** 令和5年度の予算額を教えてください。令和4年度は不要です: another year than the one that was asked for. */
function leavesYears(last: ClauseText, { pieces }: ClauseText): boolean {
  const meant = pieces.filter(isMeant).filter(({ text }) => !/^[。!?、]+$/.test(text));
  const only = meant.every((piece) => isYears(piece) || saysIntent([piece], 'except', 'filler', 'thanks'));
  return only && meant.some(isYears) && saysIntent(pieces, 'except') && last.pieces.some(isYears);
}

/** 人件費は別ですと説明するつもりです: what the asker is going to do. */
function intends({ pieces }: ClauseText): boolean {
  return /(?:する|伝える|答える|話す|言う|書く|載せる|出す)(?:つもり|予定|考え|所存)(?:です|でおります|でいます)$/.test(
    said(pieces),
  );
}

function turns(before: readonly Piece[]): boolean {
  return /(?:ので|が|けど|けれど|ため|おり|て|し)$/.test(said(before.slice(-2)));
}

/** 「該当する事業名をすべて」 asks on for what the sentence before it described. */
function continues({ pieces }: ClauseText): boolean {
  const such = pieces.some(({ text }) => /^(?:該当|当てはま|あてはま|条件に合)/.test(text));
  const lists = saysIntent(pieces, 'list');
  return (
    such &&
    lists &&
    !pieces.some(
      ({ mention }) => mention !== null && ['word', 'status', 'number', 'years'].includes(mention.meaning.is),
    ) &&
    !namesOne(pieces)
  );
}
