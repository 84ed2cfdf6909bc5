// How a text is read over the plans of the invented towns: its pieces, clauses and queries.
import type { Bot } from '../../../src/bot.ts';
import { clausesOf } from '../../../src/question/clauses.ts';
import type { Predicate } from '../../../src/question/query.ts';
import { botWith, open, ownTexts } from '../../support/other-plans.ts';

/** The bot that knows 水里 and 星見 only. */
export const inventedTowns = (): Promise<Bot> => botWith(open(ownTexts()));

/** Pieces with what they mean: 担当課=department, 何件=count, 管路更新事業=project, other words alone. */
export function piecesOf(bot: Bot, text: string): string[] {
  return bot.read(text).pieces.map(({ text: said, mention }) => {
    if (!mention) return said;
    const { meaning } = mention;
    switch (meaning.is) {
      case 'intent':
        return `${said}=${meaning.id}`;
      case 'attribute':
        return `${said}=${meaning.ids.join('/')}`;
      case 'kind':
      case 'entity':
        return `${said}=${meaning.kind}`;
      default:
        return `${said}=${meaning.is}`;
    }
  });
}

/** The clauses, a text each. */
export function clauseTexts(bot: Bot, text: string): string[] {
  const { text: read, pieces } = bot.read(text);
  return clausesOf(read, pieces).map((clause) => clause.pieces.map(({ text: said }) => said).join(''));
}

/** Conditions of the first set, without labels. */
export function conditions(bot: Bot, text: string): unknown[] {
  const where: Predicate[] = bot.read(text).queries[0]?.sets[0]?.where ?? [];
  return where.map((predicate) =>
    JSON.parse(
      JSON.stringify(predicate, (key, value) => (key === 'label' || key === 'text' ? undefined : value)),
    ),
  );
}
