// 全部でいくつか伺いたい, 何件か教えて: before a word that asks such a word counts, and does not mean a few.
import type { Mention } from './mention.ts';

const few = /^(?:いくつ|いくら|何[件人個回本]|何事業)か$/;
/** What asks behind it: 、教えて, を確認. */
const asking =
  /^(?:を|が|も|、|、?参考までに|、?念のため|、?お手数ですが|、?恐れ入りますが)?(?:お|ご)?(?:教|おしえ|伺|うかが|聞|き(?:き|か)|尋|たずね|確認|知|調|示|存|分か|わか|答|回答|把握|教示|忘れ|気に|願)/;

/** The mentions without a few that is asked for. */
export function withoutFewAsked(mentions: readonly Mention[], text: string): Mention[] {
  return mentions.filter(
    ({ meaning, text: said, end }) =>
      !(meaning.is === 'intent' && meaning.id === 'filler' && few.test(said) && asking.test(text.slice(end))),
  );
}
