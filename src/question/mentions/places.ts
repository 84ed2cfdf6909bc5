// 一覧では, 表に載っている: where somebody looks asks for no list; 一覧で教えて does. SNSでの発信: no turn to something else.
import type { Mention } from './mention.ts';

const sheet = /^(?:一覧表?|リスト|表)$/;
/** In it, on it, or within it, and no word that asks for it. */
const place =
  /^(?:では|には|の中|上|に(?:も|は)?(?:載|の[っせ]|入|あ[るりっ]|並ん|掲|書|出て)|で(?!、?(?:す|した|しょう|き|も|お?(?:出|見せ|示)|ご?(?:教|提示|用意|表示)|く[だれ]|もら|いただ|頂|お願|ちょうだ|欲|ほし|並べ|まとめ|作|整理|把握|確認|挙げ|あげ|列挙|知り|見[たて]|ぜんぶ|全部|すべて|よろ|宜|大丈夫|$)))/;

/** The intents, with a sheet that is only looked into as a word that says nothing. */
export function placesApart(text: string, intents: readonly Mention[]): Mention[] {
  const isParticle = ({ meaning, text: word, end }: Mention) =>
    meaning.is === 'intent' && meaning.id === 'then' && word === 'で' && text.startsWith('の', end);
  return intents
    .filter((mention) => !isParticle(mention))
    .map((mention) =>
      mention.meaning.is === 'intent' &&
      mention.meaning.id === 'list' &&
      sheet.test(mention.text) &&
      place.test(text.slice(mention.end))
        ? { ...mention, meaning: { is: 'intent', id: 'filler' } }
        : mention,
    );
}
