// Greetings, thanks, help and questions about Hakaru itself; what is not about plans.
import { recordOf } from '../../../data/repository.ts';
import type { Around } from '../../around.ts';
import type { Query } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { emptyQuery } from '../compose.ts';
import type { Frame, Item, Topic } from '../frame.ts';
import { longestWord, plainlyOffTopic } from '../plainly-off-topic.ts';
import { mostTelling } from '../relaxed.ts';
import { resolveTopic, standingOut } from '../topic.ts';

/** Only where nothing else is said. */
export const smallTalk: Rule = ({ frame, subjects, conditions, before, around }) => {
  const { items } = frame;
  const only = (...ids: string[]) =>
    items.every(({ meaning }) => meaning?.is === 'intent' && ids.includes(meaning.id));
  const bare = conditions.length === 0 && !subjects.any() && frame.attributes().length === 0;
  if (frame.has('help') && bare) return emptyQuery('help');
  // After a command whatever was typed is looked for, and said when nothing is found.
  if (items.length === 0)
    return before || (around.command !== null && around.typed !== '') ? null : emptyQuery('help');
  // それってどの資料に asks of what the thread speaks of.
  const pointsBack = before !== null && frame.has('that');
  if (
    frame.has('plans') &&
    bare &&
    !pointsBack &&
    frame.kinds().every(({ meaning }) => meaning.kind === 'plan')
  )
    return emptyQuery('plans');
  const asks = frame.items.some(
    ({ meaning }) =>
      meaning !== null &&
      !(
        meaning.is === 'intent' &&
        ['thanks', 'greeting', 'then', 'newest', 'confirm', 'that'].includes(meaning.id)
      ),
  );
  if (!asks && frame.has('thanks') && frame.items.length <= 5) return emptyQuery('thanks');
  if (!asks && frame.has('greeting') && frame.items.length <= 4) return greeting(frame);
  const asksNothing = items.every(
    ({ meaning }) =>
      meaning === null ||
      (meaning.is === 'intent' &&
        ['thanks', 'greeting', 'then', 'newest', 'confirm', 'that', 'reached'].includes(meaning.id)),
  );
  if (frame.has('thanks') && asksNothing && !/[?？か]$/.test(frame.text)) return emptyQuery('thanks');
  // おはようございます。今日からこのチャンネルに入りました: nothing is asked.
  const remarks =
    /(?:です|ます|ました|でした|だよ|よ)[。!]*$/.test(frame.text.trim()) &&
    !/[?？]|か[。]?$/.test(frame.text);
  if (
    frame.has('greeting') &&
    remarks &&
    conditions.length === 0 &&
    !frame.has('tell', 'confirm', 'which') &&
    asksNothingOf(frame)
  )
    return greeting(frame);
  if (!bare) return null;
  if (frame.has('thanks') && only('thanks', 'greeting', 'confirm', 'then', 'newest'))
    return emptyQuery('thanks');
  if (frame.has('greeting') && only('greeting', 'then', 'newest', 'confirm')) return greeting(frame);
  return null;
};

/** Neither a record nor a column nor a year is named. */
function asksNothingOf(frame: Frame): boolean {
  return (
    frame.attributes().length + frame.kinds().length + frame.years().length === 0 &&
    frame.entities('project', 'kpi', 'policy', 'plan').length === 0
  );
}

const greeting = (frame: Frame): Query => ({
  ...emptyQuery('greeting'),
  about: frame.intents('greeting')[0]?.text ?? '',
});

/** 福岡市の人口: a place whose plans nobody brought, asked for something of its own. */
export const elsewhere: Rule = ({ frame, subjects, conditions, around }) => {
  const places = frame.items.filter(({ meaning }) => meaning?.is === 'elsewhere');
  const [place] = places;
  if (!place || subjects.exact().length > 0 || conditions.some(({ predicate }) => predicate.is !== 'plan'))
    return null;
  // 下関市との連携事業数: the place alone names a record.
  if (
    subjects
      .topics()
      .some(
        (topic) => topic.items.includes(place) && (namesRecord(topic, around) || tells(topic, place, around)),
      )
  )
    return null;
  const between = frame.has('which-two') ? toldOfBoth(place, frame, around) : null;
  if (between !== null) return { ...emptyQuery('what'), about: between };
  if (toldOf(place, frame, around)) return null;
  const owns = /^(?:の|で|は|って|における|では)/.test(place.after) || frame.items.length === 1;
  return owns ? { ...emptyQuery('off-topic'), about: place.text } : null;
};

/** 鹿児島県のどの市と交流している: a statement names the place, and holds the rest as well. */
function toldOf({ text, start, end }: Item, frame: Frame, { search, repository }: Around): boolean {
  const from = Math.max(...['、', '。'].map((mark) => frame.text.lastIndexOf(mark, start)));
  const length = frame.text.slice(end).search(/[、。]/);
  const near = (item: Item) => item.start > from && (length < 0 || item.end <= end + length);
  const nouns = frame.items.filter(
    (item) => item.meaning === null && item.noun && item.text.length > 1 && near(item),
  );
  if (nouns.length < 2 || nouns.length > mostTelling) return false;
  const name = text.replace(/[都府県市町村区]$/, '');
  const words = [text, ...nouns.map((item) => item.text)].join(' ');
  const { hits } = search.search(words, { kinds: ['statement'] });
  return hits.some(({ id, share }) => {
    const told = repository.statement(id)?.text ?? '';
    return told.includes(name) && share >= mostly;
  });
}

/** 転出超過は東京圏と福岡市のどちらが大きい: statements tell it of each place; both are shown. */
function toldOfBoth({ text }: Item, frame: Frame, { search, repository }: Around): string | null {
  const nouns = frame.items.filter(
    ({ meaning, noun, text: said }) =>
      (meaning === null || meaning.is === 'elsewhere') && noun && said.length > 1,
  );
  const words = nouns.map((item) => item.text).join(' ');
  const { hits } = search.search(words, { kinds: ['statement'] });
  const told = hits.slice(0, 2).map(({ id }) => repository.statement(id)?.text ?? '');
  const name = text.replace(/[都府県市町村区]$/, '');
  return nouns.length > 2 && told.length === 2 && told.some((one) => one.includes(name)) ? words : null;
}

/** Share of the words that such a statement holds. */
const mostly = 0.6;

/** お隣の山口県の市と海峡を盛り上げる: one record stands out, by the place as well. */
function tells({ text, items }: Topic, place: Item, around: Around): boolean {
  if (items.every(({ noun }) => noun)) return false;
  const best = standingOut(resolveTopic(text, ['project', 'kpi'], around).candidates);
  return best?.matched.includes(place.text) === true && text !== place.text;
}

/** 今日の昼ごはん: what no plan is about, where nothing else that a plan tells of is named. */
export const offTopic: Rule = ({ frame, subjects, conditions, around }) => {
  const [said] = frame.intents('off-topic');
  if (plainlyOffTopic(frame)) return { ...emptyQuery('off-topic'), about: '' };
  if (!said || subjects.exact().length > 0 || frame.attributes().length > 0 || frame.kinds().length > 0)
    return null;
  if (conditions.some(({ predicate }) => predicate.is !== 'plan' && predicate.is !== 'town')) return null;
  // 小倉の天気, 小倉 あした 天気: one noun beside it says only whose.
  // 電車の運賃: several words leave no doubt.
  const clear = said.text.length > longestWord;
  const tells = ({ text, items, after }: Topic) =>
    !clear &&
    items.length > 1 &&
    !(/^の$/.test(after.trim()) && frame.next(items.at(-1) as Item) === said) &&
    (standingOut(resolveTopic(text, ['project', 'kpi'], around).candidates)?.share ?? 0) >= nearlyAll;
  return subjects.topics().some(tells)
    ? null
    : { ...emptyQuery('off-topic'), about: /[ぁ-ん]$/.test(said.text) ? '' : said.text };
};

/** What a record must hold of the words beside what no plan is about. */
const nearlyAll = 0.9;

/** All nouns of the topic stand in the name of one record. */
function namesRecord({ items, text }: Topic, { search, repository }: Around): boolean {
  const nouns = items.filter(({ noun }) => noun).map((item) => item.text);
  if (nouns.length < 2 || nouns.length > mostTelling) return false;
  const { hits } = search.search(text, { kinds: ['project', 'kpi'] });
  return hits.some(({ id }) => {
    const name = recordOf(repository, id)?.name.toLowerCase() ?? '';
    return nouns.every((noun) => name.includes(noun));
  });
}
