// Numbers and fiscal years of the text as mentions, read by the readers that import, form and judge use as well.
import { readYears } from '../../language/fiscal-years.ts';
import { readNumbers } from '../../language/numbers.ts';
import type { Mention } from './mention.ts';

/** The upper end in the scale of the lower one: of 1,000万円以上5,000万円未満 both are yen. */
function inYen(
  to: number | undefined,
  { value, yen }: { value: number; yen?: number | undefined },
): number | null {
  if (to === undefined) return null;
  return yen === undefined || value === 0 ? to : to * (yen / value);
}

/** Mentions of both; numbers inside a year are left to the cover, which finds the year cheaper. */
export function figureMentions(text: string, today: { fiscalYear: number; today: string }): Mention[] {
  const mentions: Mention[] = [];
  const years = readYears(text, today);
  const { spans, unread } = years;
  for (const span of spans) {
    mentions.push({
      start: span.start,
      end: span.end,
      text: span.text,
      cost: 0.6,
      meaning: {
        is: 'years',
        years: {
          years: span.years,
          range: span.joined === 'range',
          open: span.open ?? null,
          half: span.half !== undefined,
          relative: span.relative === true,
          shift: span.relativeTo === 'said' ? (span.offset ?? 0) : null,
        },
      },
    });
  }
  for (const { start, end, text: said } of unread)
    mentions.push({ start, end, text: said, cost: 0.7, meaning: { is: 'strange-year' } });
  for (const span of readNumbers(text, years)) {
    mentions.push({
      start: span.start,
      end: span.end,
      text: span.text,
      cost: isCellOf(text, span) ? 0.75 : 0.9,
      meaning: {
        is: 'number',
        number: {
          value: span.value,
          to: inYen(span.to, span),
          toRelation: span.toRelation ?? null,
          unit: span.unit,
          yen: span.yen ?? null,
          relation: span.relation ?? null,
          ordinal: span.ordinal === true,
        },
      },
    });
  }
  return mentions;
}

/** 評価が2の事業: a bare figure that a column is said to hold; elsewhere a lone digit says little. */
function isCellOf(text: string, { start, end }: { start: number; end: number }): boolean {
  return /[がは=]$/.test(text.slice(0, start)) && /^(?:の|で(?!す)|な|だっ)/.test(text.slice(end));
}
