// お金はまわりの町も出す: who bears the costs is asked, and no amount.
import type { Around } from '../around.ts';
import { type Frame, type Item, isIntent } from './frame.ts';

/** Makes the money the plan's own column of who bears the costs, and whom it names a plain word. */
export function bearersAsked(frame: Frame, { facts }: Around): void {
  if (frame.has('howmuch', 'howmany-unit', 'sum', 'count', 'max', 'min', 'list')) return;
  const money = frame
    .attributes()
    .find(
      ({ text, after }) =>
        /^(?:お金|おカネ|費用|経費|コスト)$/.test(text) && /^(?:は|って|を)/.test(after.trim()),
    );
  const who = money && frame.next(money);
  const pays = who ? frame.text.slice(who.end) : '';
  if (
    !money ||
    !who ||
    !/^(?:も|が|は)(?:少しは|ちょっとは)?(?:出|だ[さしす]|負担|持[たちつっ]|もつ|払|支払)/.test(pays)
  )
    return;
  const place =
    (who.meaning?.is === 'entity' && ['town', 'plan'].includes(who.meaning.kind)) ||
    (who.meaning?.is === 'attribute' && who.meaning.ids.includes('towns')) ||
    (who.meaning?.is === 'kind' && who.meaning.kind === 'town');
  const columns = facts.attributes.filter(({ id, words }) => id.includes('/') && words.includes('費用負担'));
  if (!place || columns.length === 0) return;
  (money as Item).meaning = { is: 'attribute', ids: columns.map(({ id }) => id) };
  who.meaning = { is: 'intent', id: 'filler' };
  const verb = frame.next(who);
  const said = verb?.meaning?.is === 'attribute' || isIntent(verb, 'tell');
  if (verb && said) verb.meaning = { is: 'intent', id: 'filler' };
}
